package tapwright.agent.print.target.zpl;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.DeliveryWatch;
import tapwright.agent.print.target.PrinterClock;
import tapwright.agent.print.target.PrinterLook;

/** One label's way through a printer that tells how it is. */
final class ZplLabelRun {

  private static final Duration ASKED_AGAIN = Duration.ofMillis(100);

  /** Once idle may be the moment between the bytes' arrival and their being looked at. */
  private static final int IDLE_IS_DONE = 2;

  private final ZplConnection connection;
  private final DeliveryWatch watch;
  private final PrinterClock clock;
  private final long end;
  private PrinterLook said = PrinterLook.READY;

  ZplLabelRun(
      ZplConnection connection, DeliveryWatch watch, PrinterClock clock, Duration patience) {
    this.connection = connection;
    this.watch = watch;
    this.clock = clock;
    this.end = clock.nanos() + patience.toNanos();
  }

  static PrinterLook lookOf(HostStatus status) {
    return new PrinterLook(status.troubles().isEmpty(), status.troubles());
  }

  /** Waits until nothing keeps the printer from printing; false when that did not come. */
  boolean untilItCanPrint(HostStatus first) throws IOException {
    Optional<HostStatus> status = Optional.of(first);
    while (status.isEmpty() || !status.get().troubles().isEmpty()) {
      status.ifPresent(this::say);
      if (!goesOn()) {
        return false;
      }
      clock.pause(ASKED_AGAIN);
      status = connection.status();
    }
    say(status.get());
    return true;
  }

  /** What is known of the label that was sent. */
  Delivery untilPrinted() {
    try {
      int idle = 0;
      while (idle < IDLE_IS_DONE && goesOn()) {
        Optional<HostStatus> status = connection.status();
        status.ifPresent(this::say);
        idle = status.filter(HostStatus::isIdle).isPresent() ? idle + 1 : 0;
        clock.pause(ASKED_AGAIN);
      }
      return idle < IDLE_IS_DONE ? stillThere() : new Delivery.Printed();
    } catch (IOException e) {
      return new Delivery.Unclear("the connection was lost while the label was printed");
    }
  }

  /** A label in a printer's buffer cannot be taken back alone. */
  private Delivery stillThere() {
    return new Delivery.Unclear(
        "the label is in the printer's buffer (" + lastWords() + ") and prints when it can");
  }

  String lastWords() {
    return said.inWords();
  }

  private boolean goesOn() {
    return clock.isBefore(end) && watch.goesOn();
  }

  private void say(HostStatus status) {
    PrinterLook now = lookOf(status);
    if (!now.equals(said)) {
      said = now;
      watch.waits(now);
    }
  }
}
