package tapwright.server.store.upkeep.chain;

import java.util.Optional;
import tapwright.core.trail.ChainFault;
import tapwright.core.trail.TrailEntry;

/** Compares a trail with what is told of it beside it. */
final class TrailEnds {

  private final Optional<ToldTrail> told;
  private Optional<ToldEvent> other = Optional.empty();

  TrailEnds(Optional<ToldTrail> told) {
    this.told = told;
  }

  void take(TrailEntry entry) {
    if (other.isEmpty()) {
      other =
          told.map(trail -> trail.events().get(entry.number()))
              .filter(event -> !event.isOf(entry.kind(), entry.recordedAt()));
    }
  }

  /** Names what the links of the chain do not show. */
  void close(OpenChain chain) {
    told.ifPresent(trail -> close(chain, trail));
  }

  private void close(OpenChain chain, ToldTrail trail) {
    long last = chain.last();
    if (last < trail.last()) {
      chain.fault(ChainFault.Kind.CUT, last + 1, "entries up to " + trail.last());
    } else if (trail.isWhole() && last > trail.last()) {
      chain.fault(ChainFault.Kind.ADDED, trail.last() + 1, "an event that tells of it");
    } else if (chain.isInOrder() && other.isPresent()) {
      ToldEvent event = other.get();
      chain.fault(ChainFault.Kind.CHANGED, event.number(), event.kind() + ", as its event tells");
    }
  }
}
