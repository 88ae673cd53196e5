package tapwright.agent.print.target.zpl;

/**
 * Where a label printer listens.
 *
 * @param host its name or number
 * @param port 1 to 65535
 */
public record ZplAddress(String host, int port) {

  /** Where label printers take raw bytes (Zebra, Print Server User Guide, TCP port). */
  public static final int PORT = 9100;

  public ZplAddress {
    if (port < 1 || port > 0xFFFF) {
      throw new IllegalArgumentException("port is " + port + ", allowed are 1 to 65535");
    }
  }

  /** As on the command line. */
  public String name() {
    String shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return "zpl://" + shown + (port == PORT ? "" : ":" + port);
  }
}
