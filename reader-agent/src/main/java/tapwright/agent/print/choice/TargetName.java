package tapwright.agent.print.choice;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tapwright.agent.print.target.PrintLanguage;
import tapwright.agent.print.target.zpl.ZplAddress;
import tapwright.core.Checked;

/** A target as the command line names it. */
public sealed interface TargetName {

  /** What {@code --to} says. */
  String text();

  /** A file, whose name ends in its form. */
  record File(String text, Path path, PrintLanguage language) implements TargetName {}

  /** A label printer on the network. */
  record LabelPrinter(String text, ZplAddress address) implements TargetName {}

  /** A printer or queue that speaks IPP. */
  record Ipp(String text, URI uri) implements TargetName {}

  /** A queue of the CUPS that this machine uses. */
  record CupsQueue(String text, String queue) implements TargetName {}

  /** A printer of the operating system. */
  record SystemPrinter(String text, String printer) implements TargetName {}

  /** The name in the text; {@code field} names it in the refusal. */
  static Checked<TargetName> of(String field, String text) {
    return parse(text)
        .map(Checked::passed)
        .orElseGet(() -> Checked.refused(TargetRefusal.FORM.with("field", field, "seen", text)));
  }

  private static Optional<TargetName> parse(String text) {
    if (text.startsWith("zpl:")) {
      return uri(text).flatMap(uri -> labelPrinter(text, uri));
    }
    if (text.startsWith("ipp:") || text.startsWith("ipps:")) {
      return uri(text).filter(uri -> uri.getRawPath().length() > 1).map(uri -> new Ipp(text, uri));
    }
    if (text.startsWith("cups:")) {
      return named(text).filter(TargetName::isQueue).map(name -> new CupsQueue(text, name));
    }
    if (text.startsWith("system:")) {
      return named(text).map(name -> new SystemPrinter(text, name));
    }
    return file(text);
  }

  private static Optional<TargetName> labelPrinter(String text, URI uri) {
    int port = uri.getPort() < 0 ? ZplAddress.PORT : uri.getPort();
    return uri.getRawPath().isEmpty()
        ? Optional.of(new LabelPrinter(text, new ZplAddress(hostOf(uri), port)))
        : Optional.empty();
  }

  /** One that there can be, or none where the usual one is meant. */
  private static boolean isPort(int port) {
    return port == -1 || (port >= 1 && port <= 0xFFFF);
  }

  private static String hostOf(URI uri) {
    return uri.getHost().replaceAll("[\\[\\]]", "");
  }

  /** With a host, and nothing in it where secrets stand. */
  private static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text);
      boolean plain =
          uri.getHost() != null
              && isPort(uri.getPort())
              && uri.getUserInfo() == null
              && uri.getQuery() == null
              && uri.getFragment() == null;
      return plain ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> named(String text) {
    return Optional.of(text.substring(text.indexOf(':') + 1)).filter(name -> !name.isBlank());
  }

  /** What lpadmin(8) allows: up to 127 characters without slash, hash sign and white space. */
  private static boolean isQueue(String name) {
    return name.matches("[^\\s/#?\\\\'\"\\p{Cntrl}]{1,127}");
  }

  private static Optional<TargetName> file(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Stream.of(PrintLanguage.values())
        .filter(language -> lower.endsWith("." + language.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .flatMap(language -> path(text).map(path -> new File(text, path, language)));
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
