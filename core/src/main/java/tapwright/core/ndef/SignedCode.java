package tapwright.core.ndef;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tapwright.core.Bytes;

/**
 * The code with which a chip signs a link at one read, hidden: who has the whole link can use it up
 * in the place of a tap.
 *
 * <p>It is known by its parameter, {@code c} on our cards and {@code cmac} or {@code mac} on many
 * others, and by its 16 hexadecimal digits (AN12196, section 3.4.4). A place that no chip has
 * filled is zeros, and stays.
 */
public final class SignedCode {

  private static final Pattern FILLED =
      Pattern.compile(
          "(?<=[?&](?:c|mac|cmac)=)(?!0{16})[0-9A-F]{16}(?![0-9A-F])", Pattern.CASE_INSENSITIVE);

  private static final String UNFILLED = "0".repeat(16);

  private SignedCode() {}

  /** The text with an ellipsis for each code, for people. */
  public static String hiddenIn(String text) {
    return FILLED.matcher(text).replaceAll("…");
  }

  /** The message with zeros for each code, as before a chip filled it. */
  public static Bytes zeroedIn(Bytes message) {
    String characters = new String(message.toArray(), StandardCharsets.ISO_8859_1);
    String hidden = FILLED.matcher(characters).replaceAll(UNFILLED);
    return Bytes.copyOf(hidden.getBytes(StandardCharsets.ISO_8859_1));
  }
}
