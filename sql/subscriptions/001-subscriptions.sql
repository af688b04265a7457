CREATE TABLE subscriptions (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  user_id VARCHAR(36) NOT NULL,
  product_id VARCHAR(36) NOT NULL,
  transaction_id VARCHAR(36) NOT NULL,
  billing VARCHAR(16) NOT NULL CHECK (billing IN ('ANNUAL', 'MONTHLY', 'PAY_PER_USE')),
  status VARCHAR(16) NOT NULL CHECK (status IN ('ACTIVE', 'INACTIVE')),
  payment_method VARCHAR(16) NOT NULL CHECK (payment_method IN ('DEBIT', 'MAIL_CHEQUE', 'VISA', 'MASTERCARD')),
  registered_at DATETIME(3) NOT NULL,
  renews_at DATETIME(3),
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  version BIGINT NOT NULL DEFAULT 1,
  -- The user's id while the subscription is active, else null: unique, so that a user has at most one active subscription.
  active_user_id VARCHAR(36)
);
CREATE UNIQUE INDEX subscriptions_active_user ON subscriptions (active_user_id);
CREATE UNIQUE INDEX subscriptions_transaction ON subscriptions (transaction_id);
CREATE INDEX subscriptions_user ON subscriptions (user_id, created_at, id);
CREATE INDEX subscriptions_created_at ON subscriptions (created_at, id);
CREATE INDEX subscriptions_product ON subscriptions (product_id, created_at, id);
