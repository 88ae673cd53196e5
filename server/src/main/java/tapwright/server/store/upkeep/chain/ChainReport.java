package tapwright.server.store.upkeep.chain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a check of all chains showed.
 *
 * @param chains how many there are
 * @param entries how many entries they have
 * @param unlinked how many of these wait to be linked
 * @param found how many faults there are
 * @param findings the first of them
 * @param since the checkpoint that all was compared with, where there was one
 */
public record ChainReport(
    long chains,
    long entries,
    long unlinked,
    long found,
    List<ChainFinding> findings,
    Optional<Instant> since) {

  public ChainReport {
    findings = List.copyOf(findings);
  }

  public boolean inOrder() {
    return found == 0;
  }
}
