package tapwright.agent.print.target.zpl;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.DeliveryWatch;
import tapwright.agent.print.target.PrintDocument;
import tapwright.agent.print.target.PrintFault;
import tapwright.agent.print.target.PrintLanguage;
import tapwright.agent.print.target.PrintTarget;
import tapwright.agent.print.target.PrinterClock;
import tapwright.agent.print.target.PrinterLook;

/**
 * A label printer that takes ZPL over TCP.
 *
 * <p>Where it answers ~HS it is asked before a label whether it can print, and after it whether it
 * has. Many print servers and printers of other makers take ZPL and answer nothing: what they were
 * given counts as handed over, never as printed.
 */
public final class ZplTarget implements PrintTarget {

  private static final String SILENT =
      "the printer does not tell what it printed (no answer to ~HS)";

  private final ZplAddress address;
  private final PrinterClock clock;
  private final Duration patience;

  /** Whether it left a question open, so that it is not asked before each label. */
  private volatile boolean silent;

  public ZplTarget(ZplAddress address, PrinterClock clock, Duration patience) {
    this.address = address;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public String name() {
    return address.name();
  }

  @Override
  public PrintLanguage language() {
    return PrintLanguage.ZPL;
  }

  @Override
  public JobSize jobSize() {
    return JobSize.ONE_PAGE;
  }

  @Override
  public PrinterLook look() {
    try (ZplConnection connection = ZplConnection.open(address)) {
      return status(connection)
          .map(ZplLabelRun::lookOf)
          .orElseGet(() -> new PrinterLook(true, List.of("does not tell how it is")));
    } catch (IOException e) {
      throw new PrintFault.Unreachable(name(), e);
    }
  }

  @Override
  public Delivery print(PrintDocument document, DeliveryWatch watch) {
    try (ZplConnection connection = ZplConnection.open(address)) {
      Optional<HostStatus> before = status(connection);
      ZplLabelRun run = new ZplLabelRun(connection, watch, clock, patience);
      if (before.isPresent() && !run.untilItCanPrint(before.get())) {
        return new Delivery.NotPrinted("it could not print: " + run.lastWords());
      }
      return sent(document, connection)
          .or(() -> before.map(answers -> run.untilPrinted()))
          .orElseGet(() -> new Delivery.HandedOver(SILENT));
    } catch (IOException e) {
      throw new PrintFault.Unreachable(name(), e);
    }
  }

  private Optional<HostStatus> status(ZplConnection connection) throws IOException {
    Optional<HostStatus> status = silent ? Optional.empty() : connection.status();
    silent = status.isEmpty();
    return status;
  }

  /** What became of it where it did not get there whole: some of it may be on a label. */
  private static Optional<Delivery> sent(PrintDocument document, ZplConnection connection) {
    try {
      connection.send(document.bytes());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(new Delivery.Unclear("the connection was lost while the label was sent"));
    }
  }
}
