-- The bus's tables: every domain's database has them beside its own.

-- Messages that were committed and are not yet with the broker; the relay takes them from here.
CREATE TABLE event_outbox (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  kind VARCHAR(8) NOT NULL CHECK (kind IN ('EVENT', 'COMMAND')),
  message LONGTEXT NOT NULL,
  -- When it may be taken: at once, or when the lease of the one who took it ends.
  due_at DATETIME(3) NOT NULL,
  claim VARCHAR(36)
);

-- Messages that wait for a consumer group of this domain: for their first turn, for a retry, or replayed.
CREATE TABLE event_deliveries (
  consumer VARCHAR(100) NOT NULL,
  event_id VARCHAR(36) NOT NULL,
  message LONGTEXT NOT NULL,
  -- How often a handler has failed.
  attempts INTEGER NOT NULL,
  -- As in event_outbox.
  due_at DATETIME(3) NOT NULL,
  claim VARCHAR(36),
  PRIMARY KEY (consumer, event_id)
);
CREATE INDEX event_deliveries_due ON event_deliveries (consumer, due_at);

-- What each group has handled, written in the transaction of its effect, so that a second delivery has none.
CREATE TABLE event_inbox (
  consumer VARCHAR(100) NOT NULL,
  event_id VARCHAR(36) NOT NULL,
  handled_at DATETIME(3) NOT NULL,
  PRIMARY KEY (consumer, event_id)
);
CREATE INDEX event_inbox_handled_at ON event_inbox (handled_at);

-- What could not be handled: kept until somebody replays or discards it.
CREATE TABLE event_dead_letters (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  consumer VARCHAR(100) NOT NULL,
  event_id VARCHAR(36) NOT NULL,
  -- Null when the message cannot be read so far.
  name VARCHAR(100),
  subject VARCHAR(150),
  message LONGTEXT NOT NULL,
  reason VARCHAR(32) NOT NULL,
  error VARCHAR(2000) NOT NULL,
  attempts INTEGER NOT NULL,
  died_at DATETIME(3) NOT NULL
);
CREATE UNIQUE INDEX event_dead_letters_event ON event_dead_letters (consumer, event_id);
CREATE INDEX event_dead_letters_died_at ON event_dead_letters (died_at, id);

-- The newest sequence that each copy has applied of a subject; it outlives the copied row, as the tombstone of deletes.
CREATE TABLE event_sequences (
  copy VARCHAR(64) NOT NULL,
  subject VARCHAR(150) NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (copy, subject)
);
