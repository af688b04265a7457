-- A relay finds what its own process left in the outbox, and what others left there and did not take in time.
CREATE INDEX event_outbox_claim ON event_outbox (claim, id);
CREATE INDEX event_outbox_due ON event_outbox (due_at);
