package tapwright.server.store.upkeep.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.trail.ChainFault;

/** Counts chains and keeps the first findings. */
final class ChainTally implements ChainTaker {

  /** More than anybody reads; what is found beyond it is counted. */
  private static final int KEPT = 1_000;

  private final List<ChainFinding> findings = new ArrayList<>();
  private long chains;
  private long entries;
  private long unlinked;
  private long found;

  @Override
  public long begin(ChainName name) {
    return 0;
  }

  @Override
  public void fault(ChainName name, ChainFault fault) {
    found++;
    if (findings.size() < KEPT) {
      findings.add(new ChainFinding(name, fault));
    }
  }

  @Override
  public void end(WalkedChain chain) {
    chains += chain.last() == 0 ? 0 : 1;
    entries += chain.last();
    unlinked += chain.unlinked();
  }

  ChainReport report(Optional<Instant> since) {
    return new ChainReport(chains, entries, unlinked, found, findings, since);
  }
}
