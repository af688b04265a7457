CREATE TABLE preferences (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  user_id VARCHAR(36) NOT NULL,
  product_id VARCHAR(36) NOT NULL,
  theme VARCHAR(8) NOT NULL CHECK (theme IN ('DARK', 'LIGHT')),
  region CHAR(2) NOT NULL,
  notifications_enabled SMALLINT NOT NULL,
  email_enabled SMALLINT NOT NULL,
  newsletter_enabled SMALLINT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX preferences_user_product ON preferences (user_id, product_id);
