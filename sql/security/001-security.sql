-- What a sensor saw.
CREATE TABLE detections (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  location SMALLINT NOT NULL CHECK (location BETWEEN 1 AND 100),
  type VARCHAR(8) NOT NULL CHECK (type IN ('VEHICLE', 'PERSON', 'ANIMAL', 'FIRE')),
  severity VARCHAR(8) NOT NULL CHECK (severity IN ('GREEN', 'YELLOW', 'RED')),
  detected_at DATETIME(3) NOT NULL,
  -- What it was found to mean, as it was said at that time; null until then.
  assessment VARCHAR(200),
  action VARCHAR(200),
  urgency VARCHAR(8) CHECK (urgency IN ('INFO', 'WARNING', 'URGENT')),
  assessed_at DATETIME(3)
);
CREATE INDEX detections_detected_at ON detections (detected_at, id);
CREATE INDEX detections_type ON detections (type, detected_at, id);
CREATE INDEX detections_severity ON detections (severity, detected_at, id);
CREATE INDEX detections_location ON detections (location, detected_at, id);
-- Few rows wait at a time: they are found without reading the others.
CREATE INDEX detections_assessed_at ON detections (assessed_at, detected_at, id);

-- How a unit said that it is.
CREATE TABLE unit_events (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  location SMALLINT NOT NULL CHECK (location BETWEEN 1 AND 100),
  unit_id VARCHAR(9) NOT NULL,
  state VARCHAR(12) NOT NULL CHECK (state IN ('UP', 'DOWN', 'OFF_LINE', 'LOW_VOLTAGE')),
  volts SMALLINT NOT NULL CHECK (volts IN (24, 12, 6, 0)),
  reported_at DATETIME(3) NOT NULL,
  assessment VARCHAR(200),
  action VARCHAR(200),
  urgency VARCHAR(8) CHECK (urgency IN ('INFO', 'WARNING', 'URGENT')),
  assessed_at DATETIME(3)
);
CREATE INDEX unit_events_reported_at ON unit_events (reported_at, id);
CREATE INDEX unit_events_unit ON unit_events (unit_id, reported_at, id);
CREATE INDEX unit_events_state ON unit_events (state, reported_at, id);
CREATE INDEX unit_events_location ON unit_events (location, reported_at, id);
CREATE INDEX unit_events_assessed_at ON unit_events (assessed_at, reported_at, id);

-- The state of each simulator, so that it survives restarts and all replicas agree.
CREATE TABLE simulations (
  kind VARCHAR(16) NOT NULL PRIMARY KEY,
  is_running SMALLINT NOT NULL,
  running_since DATETIME(3),
  produced BIGINT NOT NULL,
  -- When the next one is due: of several replicas, the one that moves it on produces it.
  due_at DATETIME(3)
);
INSERT INTO simulations (kind, is_running, produced) VALUES ('DETECTIONS', 0, 0);
INSERT INTO simulations (kind, is_running, produced) VALUES ('UNIT_EVENTS', 0, 0);
