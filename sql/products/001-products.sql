CREATE TABLE products (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  symbol CHAR(3) NOT NULL,
  kind VARCHAR(8) NOT NULL CHECK (kind IN ('SERVICE', 'GOODS')),
  name VARCHAR(200) NOT NULL,
  description VARCHAR(2000) NOT NULL DEFAULT '',
  image_url VARCHAR(2000),
  -- Minor units of the deployment's one currency.
  price_minor BIGINT NOT NULL CHECK (price_minor >= 0),
  -- Null is unlimited.
  stock BIGINT CHECK (stock >= 0),
  -- Kept in the transaction of each like; a command recounts it.
  like_count BIGINT NOT NULL DEFAULT 0,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX products_symbol ON products (symbol);
CREATE INDEX products_created_at ON products (created_at, id);
CREATE INDEX products_name ON products (name, id);
CREATE INDEX products_price ON products (price_minor, id);
CREATE INDEX products_like_count ON products (like_count, id);

CREATE TABLE likes (
  user_id VARCHAR(36) NOT NULL,
  product_id VARCHAR(36) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (user_id, product_id),
  FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE
);
CREATE INDEX likes_user ON likes (user_id, created_at, product_id);
CREATE INDEX likes_product ON likes (product_id);
