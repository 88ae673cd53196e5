-- Plans that accounts, or orders that are accounts of their own, pay for term by term. What happened
-- to one is its trail; here is how it is now. status: a JSON object (SubscriptionText) of all that
-- decides what may happen next; state, due_at and tier_wanted stand beside it to be looked for.
CREATE TABLE subscription (
  subscription_id  TEXT COLLATE "C" PRIMARY KEY,
  seller           TEXT COLLATE "C" NOT NULL REFERENCES seller,
  account          TEXT COLLATE "C" NOT NULL,  -- the shop's key for its customer; empty where it is an order
  order_id         TEXT COLLATE "C" REFERENCES purchase,
  version          BIGINT NOT NULL,  -- how many entries its trail has
  state            TEXT NOT NULL,
  status           TEXT NOT NULL,
  due_at           BIGINT,           -- when something has to happen by itself
  tier_wanted      TEXT,         -- what cards still wait for
  created_at       BIGINT NOT NULL,
  CHECK ((account = '') = (order_id IS NOT NULL))
);
-- One plan at a time for an account.
CREATE UNIQUE INDEX subscription_alive ON subscription (seller, account, (coalesce(order_id, '')))
  WHERE state NOT IN ('terminated', 'discontinued');
CREATE INDEX subscription_payer ON subscription (seller, account, order_id);
CREATE INDEX subscription_due ON subscription (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX subscription_tier ON subscription (subscription_id) WHERE tier_wanted IS NOT NULL;

-- What is owed for a stretch of time; amounts in the currency's smallest unit.
CREATE TABLE plan_charge (
  subscription_id  TEXT COLLATE "C" NOT NULL REFERENCES subscription,
  number           BIGINT NOT NULL,  -- from 1 on, without gaps
  seller           TEXT COLLATE "C" NOT NULL,
  kind             TEXT NOT NULL,
  amount           BIGINT NOT NULL,
  credit           BIGINT NOT NULL,  -- what it would cost more without time that was paid before
  currency         TEXT NOT NULL,
  begins_at        BIGINT NOT NULL,  -- when it is due
  ends_at          BIGINT NOT NULL,
  state            TEXT NOT NULL,
  PRIMARY KEY (subscription_id, number)
);
CREATE TRIGGER plan_charge_is_never_deleted BEFORE DELETE ON plan_charge
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
