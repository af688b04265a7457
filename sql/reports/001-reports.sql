CREATE TABLE reports (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  user_id VARCHAR(36) NOT NULL,
  title VARCHAR(200) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX reports_user ON reports (user_id, created_at, id);
CREATE INDEX reports_created_at ON reports (created_at, id);
