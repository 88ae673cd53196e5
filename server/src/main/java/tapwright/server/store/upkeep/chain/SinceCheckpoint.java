package tapwright.server.store.upkeep.chain;

import java.util.Optional;
import java.util.Set;
import tapwright.core.trail.ChainFault;
import tapwright.core.trail.ChainFault.Kind;

/** Compares chains with where they stood at a checkpoint. */
final class SinceCheckpoint implements ChainTaker {

  private final CheckpointFile.Reader lines;
  private final ChainTaker taker;
  private Optional<CheckpointLine> stood = Optional.empty();

  SinceCheckpoint(CheckpointFile.Reader lines, ChainTaker taker) {
    this.lines = lines;
    this.taker = taker;
  }

  @Override
  public long begin(ChainName name) {
    taker.begin(name);
    removedBefore(Optional.of(name));
    stood = lines.next().filter(line -> line.name().equals(name));
    if (stood.isPresent()) {
      lines.advance();
    }
    return stood.map(CheckpointLine::entries).orElse(0L);
  }

  /** What stood in the checkpoint before the name is not on record any more. */
  private void removedBefore(Optional<ChainName> name) {
    while (lines.next().isPresent()
        && name.map(one -> lines.next().get().name().compareTo(one) < 0).orElse(true)) {
      CheckpointLine line = lines.next().get();
      taker.fault(line.name(), new ChainFault(Kind.REMOVED, 1, "entries up to " + line.entries()));
      lines.advance();
    }
  }

  @Override
  public void fault(ChainName name, ChainFault fault) {
    taker.fault(name, fault);
  }

  @Override
  public void end(WalkedChain chain) {
    stood.ifPresent(line -> compare(line, chain));
    taker.end(chain);
  }

  private void compare(CheckpointLine line, WalkedChain chain) {
    Set<Kind> seen = chain.faults();
    if (chain.last() < line.entries()) {
      if (!seen.contains(Kind.CUT) && !seen.contains(Kind.REMOVED)) {
        fault(
            chain.name(),
            new ChainFault(Kind.CUT, chain.last() + 1, "entries up to " + line.entries()));
      }
    } else if (seen.isEmpty() && !line.hasHead(chain.marked())) {
      fault(
          chain.name(),
          new ChainFault(
              Kind.REWRITTEN,
              line.entries(),
              "the entries up to this one as they were at the checkpoint"));
    }
  }

  /** All chains of the record were read. */
  void end() {
    removedBefore(Optional.empty());
  }
}
