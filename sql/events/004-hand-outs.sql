-- How often a message was handed out since its last outcome: a process that it ends leaves none.
ALTER TABLE event_deliveries ADD COLUMN hand_outs INTEGER NOT NULL DEFAULT 0;
