-- What other domains' events say, as far as it is needed here: who may subscribe, and to what.
CREATE TABLE user_copies (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  -- A deleted user's row stays, so that nobody subscribes with a token that outlives its user.
  deleted_at DATETIME(3)
);

-- Services alone: goods cannot be subscribed to.
CREATE TABLE product_copies (
  id VARCHAR(36) NOT NULL PRIMARY KEY
);

-- Fills the copies of a database from before there were copies, where whoever has a subscription is a user, and what they have is a service.
INSERT INTO user_copies (id)
  SELECT DISTINCT user_id FROM subscriptions WHERE user_id NOT IN (SELECT id FROM user_copies);
INSERT INTO product_copies (id)
  SELECT DISTINCT product_id FROM subscriptions WHERE product_id NOT IN (SELECT id FROM product_copies);
