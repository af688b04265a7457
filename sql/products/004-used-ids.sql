-- Ids that were chosen by a client, and those of deleted products: none is given twice, since other domains remember what
-- it was.
CREATE TABLE used_product_ids (
  id VARCHAR(36) NOT NULL PRIMARY KEY
);
