-- How often the order's stock was asked for after it had been given back: what comes late from an earlier round is told
-- from what is asked for now.
ALTER TABLE reservations ADD COLUMN round INTEGER NOT NULL DEFAULT 0;
