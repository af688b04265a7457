CREATE TABLE workflows (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  user_id VARCHAR(36) NOT NULL,
  title VARCHAR(200) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX workflows_user ON workflows (user_id, created_at, id);
CREATE INDEX workflows_created_at ON workflows (created_at, id);
