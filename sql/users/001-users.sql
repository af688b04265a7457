CREATE TABLE users (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  username VARCHAR(50) NOT NULL,
  email VARCHAR(254) NOT NULL,
  first_name VARCHAR(100) NOT NULL,
  last_name VARCHAR(100) NOT NULL,
  postal_code VARCHAR(16),
  birth_date DATE,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX users_username ON users (username);
CREATE UNIQUE INDEX users_email ON users (email);
CREATE INDEX users_created_at ON users (created_at, id);
CREATE INDEX users_last_name ON users (last_name, id);

-- Apart from users, so that no query for a user can ever carry a password hash along.
CREATE TABLE credentials (
  user_id VARCHAR(36) NOT NULL PRIMARY KEY,
  -- scrypt, in the form N$r$p$salt$hash (salt and hash in base64url).
  password_hash VARCHAR(255) NOT NULL,
  -- Space-separated, as in an access token (RFC 8693, section 4.2).
  scopes VARCHAR(255) NOT NULL DEFAULT '',
  updated_at DATETIME(3) NOT NULL,
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
