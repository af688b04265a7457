-- What clients asked for under a key of their own, and the answer that they got: written in the transaction of the
-- effect, so that a repeated request has none.
CREATE TABLE idempotency_keys (
  -- A hash of viewer, mutation and key.
  scope CHAR(64) NOT NULL PRIMARY KEY,
  input_hash CHAR(64) NOT NULL,
  result LONGTEXT NOT NULL,
  created_at DATETIME(3) NOT NULL
);
CREATE INDEX idempotency_keys_created_at ON idempotency_keys (created_at);
