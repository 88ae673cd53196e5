package tapwright.agent.main.label;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.UUID;
import tapwright.agent.main.console.SystemClock;
import tapwright.agent.print.choice.CupsAddress;
import tapwright.agent.print.choice.Targets;
import tapwright.agent.print.job.PrintListener;
import tapwright.agent.print.job.PrintRun;
import tapwright.agent.print.target.PrinterClock;
import tapwright.agent.print.target.ipp.IppChannel;
import tapwright.agent.print.target.ipp.IppService;
import tapwright.agent.print.target.system.SystemPrinters;

/** The machine's printers, and the ways to them, for as long as a command runs. */
final class PrinterDesk implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  private final PrinterClock clock = new SystemClock();
  private final SystemPrinters system = SystemPrinters.ofMachine();
  private final CupsAddress cups;

  PrinterDesk(CupsAddress cups) {
    this.cups = cups;
  }

  /** What a run of labels needs; each print job gets a name that no other one has. */
  PrintRun.Office office(Duration patience, PrintListener listener) {
    return new PrintRun.Office(clock, () -> UUID.randomUUID().toString(), patience, listener);
  }

  SystemPrinters system() {
    return system;
  }

  Targets targets() {
    return new Targets(new IppChannel(http), cups, system, clock);
  }

  IppService cups() {
    return new IppService(new IppChannel(http), cups.service());
  }

  @Override
  public void close() {
    http.close();
  }
}
