-- What every domain's groups could not handle, as the bus tells of it; the letters themselves lie with their domains.
CREATE TABLE dead_letters (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  domain VARCHAR(64) NOT NULL,
  consumer VARCHAR(100) NOT NULL,
  name VARCHAR(100),
  subject VARCHAR(150),
  reason VARCHAR(32) NOT NULL,
  error LONGTEXT NOT NULL,
  attempts INTEGER NOT NULL,
  died_at DATETIME(3) NOT NULL,
  message LONGTEXT NOT NULL
);
CREATE INDEX dead_letters_died_at ON dead_letters (died_at, id);
CREATE INDEX dead_letters_domain ON dead_letters (domain, died_at, id);
CREATE INDEX dead_letters_consumer ON dead_letters (consumer, died_at, id);
