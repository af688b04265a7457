-- What other domains' events say, as far as it is needed here: who may have preferences, and for what.
CREATE TABLE user_copies (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  -- A deleted user's row stays, so that nobody sets one with a token that outlives its user.
  deleted_at DATETIME(3)
);

-- Services alone: goods have no preferences.
CREATE TABLE product_copies (
  id VARCHAR(36) NOT NULL PRIMARY KEY
);

-- Fills the copies of a database from before there were copies, where whoever has a preference is a user, and it is for a service.
INSERT INTO user_copies (id)
  SELECT DISTINCT user_id FROM preferences WHERE user_id NOT IN (SELECT id FROM user_copies);
INSERT INTO product_copies (id)
  SELECT DISTINCT product_id FROM preferences WHERE product_id NOT IN (SELECT id FROM product_copies);
