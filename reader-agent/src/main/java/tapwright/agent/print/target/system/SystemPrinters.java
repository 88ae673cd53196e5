package tapwright.agent.print.target.system;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.print.DocFlavor;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;

/** The printers that the operating system has; needs no screen. */
public final class SystemPrinters {

  private final Supplier<List<PrintService>> services;

  SystemPrinters(Supplier<List<PrintService>> services) {
    this.services = services;
  }

  /** Those of this machine, as they are whenever they are asked for. */
  public static SystemPrinters ofMachine() {
    return new SystemPrinters(
        () ->
            Arrays.asList(
                PrintServiceLookup.lookupPrintServices(
                    DocFlavor.SERVICE_FORMATTED.PAGEABLE, null)));
  }

  /** All of them. */
  public List<SystemTarget> all() {
    return services.get().stream().map(SystemTarget::new).toList();
  }

  /** Their names, as the system has them. */
  public List<String> names() {
    return services.get().stream().map(PrintService::getName).toList();
  }

  /** The one of that name. */
  public Optional<SystemTarget> named(String name) {
    return services.get().stream()
        .filter(service -> service.getName().equals(name))
        .map(SystemTarget::new)
        .findFirst();
  }
}
