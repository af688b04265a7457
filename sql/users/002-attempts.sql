-- How often something that is limited was tried, so that all replicas count together.
CREATE TABLE attempts (
  -- A hash of what is counted, such as the sign-ins of a login: what people type by mistake is kept nowhere.
  scope CHAR(64) NOT NULL PRIMARY KEY,
  tries INTEGER NOT NULL,
  -- When it is counted anew.
  ends_at DATETIME(3) NOT NULL
);
CREATE INDEX attempts_ends_at ON attempts (ends_at);
