CREATE TABLE orders (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  -- Null for the order feed's orders and for those of deleted users.
  user_id VARCHAR(36),
  status VARCHAR(16) NOT NULL CHECK (status IN ('PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED')),
  pricing VARCHAR(8) NOT NULL CHECK (pricing IN ('LIST', 'MARKET')),
  -- The sum of its lines' execution prices, in minor units; null until the order executes.
  execution_price_minor BIGINT,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX orders_created_at ON orders (created_at, id);
CREATE INDEX orders_status ON orders (status, created_at, id);
CREATE INDEX orders_user ON orders (user_id, created_at, id);
CREATE INDEX orders_user_status ON orders (user_id, status, created_at, id);

CREATE TABLE order_lines (
  order_id VARCHAR(36) NOT NULL,
  line_number SMALLINT NOT NULL,
  product_id VARCHAR(36) NOT NULL,
  -- As it was called when the order was placed: a receipt outlives its product.
  product_name VARCHAR(200) NOT NULL,
  quantity BIGINT NOT NULL CHECK (quantity > 0),
  -- The product's list price when stock was reserved; null before.
  unit_price_minor BIGINT,
  execution_price_minor BIGINT,
  PRIMARY KEY (order_id, line_number),
  FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
);

-- What a user bought of each product, in confirmed orders: kept in the transaction that confirms or cancels one.
CREATE TABLE purchases (
  user_id VARCHAR(36) NOT NULL,
  product_id VARCHAR(36) NOT NULL,
  quantity BIGINT NOT NULL CHECK (quantity >= 0),
  last_purchased_at DATETIME(3) NOT NULL,
  PRIMARY KEY (user_id, product_id)
);
CREATE INDEX purchases_user ON purchases (user_id, last_purchased_at, product_id);

-- What was sold of each product in confirmed orders, kept as purchases are.
CREATE TABLE product_sales (
  product_id VARCHAR(36) NOT NULL PRIMARY KEY,
  units_sold BIGINT NOT NULL CHECK (units_sold >= 0)
);

-- One row for each status, kept as purchases are, so that totals never need a scan of orders.
CREATE TABLE order_metrics (
  status VARCHAR(16) NOT NULL PRIMARY KEY,
  order_count BIGINT NOT NULL,
  -- Over the orders of this status that have an execution price.
  priced_count BIGINT NOT NULL,
  price_sum_minor BIGINT NOT NULL,
  price_min_minor BIGINT,
  price_max_minor BIGINT
);
