-- The likes and unlikes of a product, counted apart from its version: the sequence of its like events.
ALTER TABLE products ADD COLUMN like_version BIGINT NOT NULL DEFAULT 1;

-- What was taken for each order, so that it is taken once and given back once, however often that is asked for.
CREATE TABLE reservations (
  order_id VARCHAR(36) NOT NULL PRIMARY KEY,
  status VARCHAR(8) NOT NULL CHECK (status IN ('RESERVED', 'REFUSED', 'RELEASED')),
  -- JSON: what was taken, or why nothing was; null when the order was called off before.
  outcome LONGTEXT,
  created_at DATETIME(3) NOT NULL
);
