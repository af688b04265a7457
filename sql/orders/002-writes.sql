-- Why an order was rejected; null for all others.
ALTER TABLE orders ADD COLUMN rejection_code VARCHAR(32);
ALTER TABLE orders ADD COLUMN rejection_message VARCHAR(500);
ALTER TABLE orders ADD COLUMN rejected_product_id VARCHAR(36);
-- The least and the most of a status, when the order that was it is called off.
CREATE INDEX orders_price ON orders (status, execution_price_minor);

-- Who may order: a copy of the users' ids, kept by their events.
CREATE TABLE known_users (
  id VARCHAR(36) NOT NULL PRIMARY KEY
);

-- What may be ordered: a copy of the products, kept by their events.
CREATE TABLE known_products (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  -- Whether it has no stock that could run out: the order feed takes these alone.
  is_unlimited SMALLINT NOT NULL
);
CREATE INDEX known_products_unlimited ON known_products (is_unlimited, id);

-- In a database from before there were copies: whoever has ordered, and what was, is known.
INSERT INTO known_users (id)
  SELECT DISTINCT user_id FROM orders WHERE user_id IS NOT NULL AND user_id NOT IN (SELECT id FROM known_users);
INSERT INTO known_products (id, name, is_unlimited)
  SELECT product_id, MAX(product_name), 0 FROM order_lines
  WHERE product_id NOT IN (SELECT id FROM known_products) GROUP BY product_id;

-- The state of the order feed, in one row, so that it survives restarts and all replicas agree.
CREATE TABLE order_feed (
  id SMALLINT NOT NULL PRIMARY KEY,
  is_running SMALLINT NOT NULL,
  running_since DATETIME(3),
  placed BIGINT NOT NULL,
  -- When the next order is placed: of several replicas, the one that moves it on places the order.
  due_at DATETIME(3)
);
INSERT INTO order_feed (id, is_running, placed) VALUES (1, 0, 0);
