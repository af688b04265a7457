-- Ids that were chosen by a client, and those of deleted users: none is given twice, since other domains remember whose it
-- was, and a token may outlive its user.
CREATE TABLE used_user_ids (
  id VARCHAR(36) NOT NULL PRIMARY KEY
);
