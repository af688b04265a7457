CREATE TABLE notifications (
  -- Made of the idempotency key that it was sent under: sent again, it is there already.
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  -- Goes to either a user or a location.
  user_id VARCHAR(36),
  location SMALLINT,
  urgency VARCHAR(8) NOT NULL CHECK (urgency IN ('INFO', 'WARNING', 'URGENT')),
  title VARCHAR(500) NOT NULL,
  text VARCHAR(500) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  read_at DATETIME(3),
  -- Whether read_at is there, for the indexes: a list of what was read could not be entered at a range of moments.
  is_read SMALLINT NOT NULL,
  CHECK ((user_id IS NULL) <> (location IS NULL))
);
CREATE INDEX notifications_created_at ON notifications (created_at, id);
CREATE INDEX notifications_read ON notifications (is_read, created_at, id);
CREATE INDEX notifications_urgency ON notifications (urgency, created_at, id);
CREATE INDEX notifications_location ON notifications (location, created_at, id);
CREATE INDEX notifications_user ON notifications (user_id, created_at, id);
CREATE INDEX notifications_user_read ON notifications (user_id, is_read, created_at, id);

-- A row for each user who was ever sent something, or was deleted. Whoever changes a user's notifications holds it.
CREATE TABLE recipients (
  user_id VARCHAR(36) NOT NULL PRIMARY KEY,
  -- Kept in the transaction that sends, reads or deletes.
  unread_count BIGINT NOT NULL,
  -- The row of a deleted user stays: what comes late is not kept for somebody who is gone.
  deleted_at DATETIME(3)
);

-- Webhooks that are to be sent, and what became of them.
CREATE TABLE webhook_deliveries (
  -- That of the notification; of a third party's call, made of its idempotency key.
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  -- Says which address it goes to.
  kind VARCHAR(16) NOT NULL CHECK (kind IN ('NOTIFICATION', 'THIRD_PARTY')),
  -- The same in all attempts, so that the receiver knows a second one.
  webhook_id VARCHAR(200) NOT NULL,
  event_type VARCHAR(100) NOT NULL,
  -- Empty once delivered: it is nobody's business any more.
  body LONGTEXT NOT NULL,
  state VARCHAR(16) NOT NULL CHECK (state IN ('PENDING', 'DELIVERED', 'FAILED')),
  attempts INTEGER NOT NULL,
  -- What the last attempt was answered with; null where there was no answer.
  last_status SMALLINT,
  last_error VARCHAR(500),
  -- When the next attempt is, or when the lease of the one who makes it ends; null when none follows.
  due_at DATETIME(3),
  claim VARCHAR(36),
  created_at DATETIME(3) NOT NULL,
  settled_at DATETIME(3)
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (kind, due_at);
CREATE INDEX webhook_deliveries_created_at ON webhook_deliveries (created_at, id);
CREATE INDEX webhook_deliveries_state ON webhook_deliveries (state, created_at, id);

-- The commands that wait for what becomes of a third party's call: each gets a reply.
CREATE TABLE webhook_askers (
  delivery_id VARCHAR(36) NOT NULL,
  correlation_id VARCHAR(200) NOT NULL,
  subject_id VARCHAR(150) NOT NULL,
  traceparent VARCHAR(55),
  PRIMARY KEY (delivery_id, correlation_id)
);
