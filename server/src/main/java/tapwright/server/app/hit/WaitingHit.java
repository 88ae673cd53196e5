package tapwright.server.app.hit;

import tapwright.server.record.hit.Arrival;

/** A hit and who waits for its answer. */
record WaitingHit(Arrival arrival, HitWaiter waiter) {}
