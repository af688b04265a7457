-- Users whose access tokens no longer hold, since they changed the password or closed the account: no key to users, whom
-- it is to outlive.
CREATE TABLE revocations (
  user_id VARCHAR(36) NOT NULL PRIMARY KEY,
  -- Tokens that were issued before this do not hold.
  issued_before DATETIME(3) NOT NULL
);
