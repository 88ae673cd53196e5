package tapwright.server.app;

/** A hit and who waits for its answer. */
record WaitingHit(Arrival arrival, HitWaiter waiter) {}
