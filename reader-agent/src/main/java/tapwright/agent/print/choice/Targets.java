package tapwright.agent.print.choice;

import java.net.URI;
import java.time.Duration;
import tapwright.agent.print.target.FileTarget;
import tapwright.agent.print.target.PrintLanguage;
import tapwright.agent.print.target.PrintTarget;
import tapwright.agent.print.target.PrinterClock;
import tapwright.agent.print.target.ipp.IppAddress;
import tapwright.agent.print.target.ipp.IppChannel;
import tapwright.agent.print.target.ipp.IppPrinterPlace;
import tapwright.agent.print.target.ipp.IppTarget;
import tapwright.agent.print.target.system.SystemPrinters;
import tapwright.agent.print.target.zpl.ZplTarget;
import tapwright.core.Checked;

/** Makes targets of their names. */
public final class Targets {

  private final IppChannel ipp;
  private final CupsAddress cups;
  private final SystemPrinters system;
  private final PrinterClock clock;

  public Targets(IppChannel ipp, CupsAddress cups, SystemPrinters system, PrinterClock clock) {
    this.ipp = ipp;
    this.cups = cups;
    this.system = system;
    this.clock = clock;
  }

  /**
   * The target of that name; none of it is looked at yet.
   *
   * @param queueLanguage what a queue is given
   * @param patience how long a job may wait there
   */
  public Checked<PrintTarget> named(
      String field, TargetName name, PrintLanguage queueLanguage, Duration patience) {
    return switch (name) {
      case TargetName.File(String text, var path, PrintLanguage language) ->
          Checked.passed(new FileTarget(path, language));
      case TargetName.LabelPrinter(String text, var address) ->
          Checked.passed(new ZplTarget(address, clock, patience));
      case TargetName.Ipp(String text, URI uri) ->
          Checked.passed(ipp(new IppAddress(text, uri), queueLanguage, patience));
      case TargetName.CupsQueue(String text, String queue) ->
          Checked.passed(ipp(cups.queue(queue), queueLanguage, patience));
      case TargetName.SystemPrinter(String text, String printer) -> system(field, printer);
    };
  }

  private PrintTarget ipp(IppAddress address, PrintLanguage language, Duration patience) {
    return new IppTarget(new IppPrinterPlace(ipp, address), language, clock, patience);
  }

  private Checked<PrintTarget> system(String field, String printer) {
    return system
        .named(printer)
        .<Checked<PrintTarget>>map(Checked::passed)
        .orElseGet(
            () ->
                Checked.refused(
                    TargetRefusal.SYSTEM_PRINTER.with(
                        "field", field, "seen", printer, "allowed", system.names())));
  }
}
