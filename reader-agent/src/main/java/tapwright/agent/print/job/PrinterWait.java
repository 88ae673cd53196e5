package tapwright.agent.print.job;

import java.time.Duration;
import java.util.Optional;
import tapwright.agent.print.target.PrintFault;
import tapwright.agent.print.target.PrintTarget;
import tapwright.agent.print.target.PrinterLook;

/** Waits for the right to print and for a printer that can, as long as patience goes. */
final class PrinterWait {

  private static final Duration LOOKED_AGAIN = Duration.ofMillis(500);

  private final PrintTarget target;
  private final PrintRecord record;
  private final PrintRun.Office office;
  private volatile boolean stopped;

  PrinterWait(PrintTarget target, PrintRecord record, PrintRun.Office office) {
    this.target = target;
    this.record = record;
    this.office = office;
  }

  /** Ends all waiting; may be called from any thread. */
  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  /** The right to print, or nothing when another run kept it. */
  Optional<PrintRecord.Turn> turn(PrintTally tally) {
    long end = end();
    Optional<PrintRecord.Turn> turn = record.turn();
    if (turn.isEmpty()) {
      office.listener().on(new PrintNews.Notice("another run prints here; this one waits"));
    }
    while (turn.isEmpty() && goesOn(end)) {
      office.clock().pause(LOOKED_AGAIN);
      turn = record.turn();
    }
    if (turn.isEmpty()) {
      tally.stopped("printer-in-use", "another run of Tapwright prints here");
    }
    return turn;
  }

  /** Whether the printer can print now; what it waits for is said. */
  boolean untilReady(PrintTally tally) {
    long end = end();
    PrinterLook look = look();
    PrinterLook said = PrinterLook.READY;
    while (!look.takesJobs() && goesOn(end)) {
      if (!look.equals(said)) {
        office.listener().on(new PrintNews.Waits(look));
        said = look;
      }
      office.clock().pause(LOOKED_AGAIN);
      look = look();
    }
    if (!look.takesJobs()) {
      tally.stopped("printer-not-ready", look.inWords());
    }
    return look.takesJobs();
  }

  private PrinterLook look() {
    try {
      return target.look();
    } catch (PrintFault away) {
      return PrinterLook.needsHelp(String.valueOf(away.getMessage()));
    }
  }

  private long end() {
    return office.clock().nanos() + office.patience().toNanos();
  }

  private boolean goesOn(long end) {
    return office.clock().isBefore(end) && !stopped;
  }
}
