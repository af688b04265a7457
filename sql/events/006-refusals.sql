-- How often the broker did not take a message: each time it waits longer.
ALTER TABLE event_outbox ADD COLUMN refusals INTEGER NOT NULL DEFAULT 0;
