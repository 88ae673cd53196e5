package tapwright.server.store.upkeep.chain;

import java.util.EnumSet;
import java.util.Set;
import tapwright.core.Bytes;
import tapwright.core.trail.ChainFault;
import tapwright.core.trail.ChainWalk;
import tapwright.core.trail.LinkedEntry;

/** A chain that is being read. */
final class OpenChain {

  private final ChainName name;
  private final ChainTaker taker;
  private final ChainWalk walk;
  private final Set<ChainFault.Kind> faults = EnumSet.noneOf(ChainFault.Kind.class);

  OpenChain(ChainName name, Bytes start, ChainTaker taker) {
    this.name = name;
    this.taker = taker;
    this.walk = new ChainWalk(start, taker.begin(name), this::fault);
  }

  void next(LinkedEntry entry) {
    walk.next(entry);
  }

  void fault(ChainFault fault) {
    faults.add(fault.kind());
    taker.fault(name, fault);
  }

  void fault(ChainFault.Kind kind, long number, String expected) {
    fault(new ChainFault(kind, number, expected));
  }

  /** Whether nothing was found in it so far. */
  boolean isInOrder() {
    return faults.isEmpty();
  }

  long last() {
    return walk.last();
  }

  void end() {
    walk.end();
    taker.end(
        new WalkedChain(name, walk.last(), walk.head(), walk.marked(), walk.unlinked(), faults));
  }
}
