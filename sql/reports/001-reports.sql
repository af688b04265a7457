-- What was counted, by what tells a thing that is told again from a new one. Old rows are pruned; their counts stay.
CREATE TABLE report_entries (
  entry_key VARCHAR(200) NOT NULL PRIMARY KEY,
  kind VARCHAR(12) NOT NULL,
  category VARCHAR(16) NOT NULL,
  location INT,
  occurred_at DATETIME(3) NOT NULL,
  recorded_at DATETIME(3) NOT NULL,
  -- Those who write at the same time tell by it which rows are theirs.
  batch VARCHAR(36) NOT NULL
);
CREATE INDEX report_entries_recorded_at ON report_entries (recorded_at, entry_key);

-- All counters. A slot is empty in the period TOTAL, 2026-01-31 in DAY, 2026-01-31 12:00 in MINUTE (UTC), and the
-- location's number in LOCATION.
CREATE TABLE report_counters (
  kind VARCHAR(12) NOT NULL,
  category VARCHAR(16) NOT NULL,
  period VARCHAR(8) NOT NULL,
  slot VARCHAR(16) NOT NULL,
  counted BIGINT NOT NULL DEFAULT 0,
  -- So many of these have no entry any more.
  pruned BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, category, period, slot)
);

-- Whoever counts holds these first: then nobody can wait for another in a circle.
INSERT INTO report_counters (kind, category, period, slot) VALUES
  ('DETECTIONS', 'VEHICLE', 'TOTAL', ''),
  ('DETECTIONS', 'PERSON', 'TOTAL', ''),
  ('DETECTIONS', 'ANIMAL', 'TOTAL', ''),
  ('DETECTIONS', 'FIRE', 'TOTAL', ''),
  ('UNIT_EVENTS', 'UP', 'TOTAL', ''),
  ('UNIT_EVENTS', 'DOWN', 'TOTAL', ''),
  ('UNIT_EVENTS', 'OFF_LINE', 'TOTAL', ''),
  ('UNIT_EVENTS', 'LOW_VOLTAGE', 'TOTAL', ''),
  ('ORDERS', 'PLACED', 'TOTAL', ''),
  ('ORDERS', 'CONFIRMED', 'TOTAL', ''),
  ('ORDERS', 'REJECTED', 'TOTAL', ''),
  ('ORDERS', 'CANCELLED', 'TOTAL', '');
