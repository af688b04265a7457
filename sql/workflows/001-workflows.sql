-- Every version of a workflow that a run was started with: a run ends with the version that it started with.
CREATE TABLE workflow_definitions (
  workflow VARCHAR(40) NOT NULL,
  -- Named by what it says.
  version CHAR(12) NOT NULL,
  definition LONGTEXT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (workflow, version)
);

-- One row for each run, with its steps: it is advanced by writing this row and the run's commands in one transaction.
CREATE TABLE workflow_runs (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  workflow VARCHAR(40) NOT NULL,
  version CHAR(12) NOT NULL,
  -- What it is about, `<Type>:<id>`: a workflow has one run for each.
  subject VARCHAR(150) NOT NULL,
  state VARCHAR(12) NOT NULL CHECK (state IN ('RUNNING', 'COMPENSATING', 'COMPLETED', 'REFUSED', 'FAILED', 'CANCELLED')),
  round INTEGER NOT NULL,
  ending VARCHAR(12),
  -- JSON: code, message, about.
  error LONGTEXT,
  -- JSON: the event that started it; null where the subject was called off before it was heard of.
  trigger_event LONGTEXT,
  -- JSON: the steps, in the order of the definition.
  steps LONGTEXT NOT NULL,
  -- When it has to be looked at if nothing comes; null once it has ended.
  due_at DATETIME(3),
  started_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  ended_at DATETIME(3)
);
CREATE UNIQUE INDEX workflow_runs_subject ON workflow_runs (subject, workflow);
CREATE INDEX workflow_runs_due ON workflow_runs (workflow, due_at, id);
CREATE INDEX workflow_runs_started ON workflow_runs (started_at, id);
CREATE INDEX workflow_runs_state ON workflow_runs (state, started_at, id);
CREATE INDEX workflow_runs_workflow ON workflow_runs (workflow, started_at, id);
CREATE INDEX workflow_runs_workflow_state ON workflow_runs (workflow, state, started_at, id);
