package tapwright.agent.print.target.ipp;

import java.net.URI;

/**
 * A printer's address, as {@code ipp://HOST/printers/NAME}.
 *
 * @param name what staff call it
 * @param uri with scheme {@code ipp} or {@code ipps} and a host
 */
public record IppAddress(String name, URI uri) {

  /** IPP's port (RFC 8010, section 4). */
  public static final int PORT = 631;

  /** The same for HTTP; {@code ipps} is IPP over HTTPS (RFC 7472). */
  URI http() {
    String scheme = "ipps".equals(uri.getScheme()) ? "https" : "http";
    int port = uri.getPort() < 0 ? PORT : uri.getPort();
    return URI.create(scheme + "://" + uri.getHost() + ":" + port + uri.getRawPath());
  }
}
