-- What handlers of the tests did: no key, so that what happens twice is seen.
CREATE TABLE effects (
  consumer VARCHAR(36) NOT NULL,
  n BIGINT NOT NULL
);

-- A copy of another domain's rows.
CREATE TABLE things (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  n BIGINT NOT NULL
);
