-- A purchase is of the moment at which the latest of its confirmed orders was placed; it was that of the latest
-- confirmation, also where that order was called off since.
DELETE FROM purchases WHERE quantity = 0;
UPDATE purchases SET last_purchased_at = COALESCE(
  (SELECT MAX(o.created_at) FROM orders o JOIN order_lines l ON l.order_id = o.id
   WHERE o.user_id = purchases.user_id AND o.status = 'CONFIRMED' AND l.product_id = purchases.product_id),
  last_purchased_at);
