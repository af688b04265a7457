-- When the first of the present terms began, from whose day they all count. Null where nothing says otherwise: they
-- count from the registration.
ALTER TABLE subscriptions ADD COLUMN anchored_at DATETIME(3);
