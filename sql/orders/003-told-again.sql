-- When an order that is pending is told of again, since the first message may have reached nobody; without meaning once
-- it is settled. Null for orders that were never told of, such as those of the sample data.
ALTER TABLE orders ADD COLUMN tell_at DATETIME(3);

-- What is still pending in a database from before may have been lost: it is told of at once.
UPDATE orders SET tell_at = created_at WHERE status = 'PENDING';

-- Finds the few that are due beside any number of settled ones.
CREATE INDEX orders_tell_at ON orders (status, tell_at);
