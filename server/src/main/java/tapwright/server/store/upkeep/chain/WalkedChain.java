package tapwright.server.store.upkeep.chain;

import java.util.EnumSet;
import java.util.Set;
import tapwright.core.Bytes;
import tapwright.core.trail.ChainFault;

/**
 * A chain that was read to its end.
 *
 * @param last the number of its last entry
 * @param head that entry's link, as it is when all is linked anew
 * @param marked the link of the entry that was asked for; empty where it is not there
 * @param unlinked how many entries at the end wait to be linked
 * @param faults what was found in it
 */
record WalkedChain(
    ChainName name,
    long last,
    Bytes head,
    Bytes marked,
    long unlinked,
    Set<ChainFault.Kind> faults) {

  WalkedChain {
    faults = faults.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(faults));
  }
}
