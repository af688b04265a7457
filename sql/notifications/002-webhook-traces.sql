-- W3C trace context of what a webhook tells of, which its receiver is told; null where there is none.
ALTER TABLE webhook_deliveries ADD COLUMN traceparent VARCHAR(55);
