package tapwright.server.store.upkeep.chain;

import tapwright.core.trail.ChainFault;

/** A fault, and in which chain. */
public record ChainFinding(ChainName chain, ChainFault fault) {

  @Override
  public String toString() {
    return "%-9s %s, entry %d: expected %s"
        .formatted(fault.kind().word(), chain, fault.number(), fault.expected());
  }
}
