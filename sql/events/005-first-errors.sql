-- What the first failed attempt at a message said: those that follow often fail for what it left behind.
ALTER TABLE event_deliveries ADD COLUMN first_error VARCHAR(500);
