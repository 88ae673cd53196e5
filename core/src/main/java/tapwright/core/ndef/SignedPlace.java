package tapwright.core.ndef;

import java.nio.charset.StandardCharsets;
import tapwright.core.Bytes;

/**
 * The parameters of a link that an NTAG 424 DNA fills at each read, as they are written: what the
 * chip overwrites is zeros.
 */
public enum SignedPlace {
  /** UID and counter enciphered, then the code. */
  ENCIPHERED("e=" + "0".repeat(32), "c=" + "0".repeat(16)),

  /** UID and counter for all to read, an {@code x} between them, then the code. */
  PLAIN("m=" + CardMessages.MIRROR_PLACEHOLDER, "c=" + "0".repeat(16));

  /** How far behind the UID's first digit the counter's first digit is: 14 digits and an x. */
  public static final int COUNTER_AFTER_UID = 15;

  private static final int VALUE_AT = "e=".length();

  private final String data;
  private final String code;

  SignedPlace(String data, String code) {
    this.data = data;
    this.code = code;
  }

  /** The text as it is written, {@code e=00..&c=00..}. */
  public String text() {
    return data + "&" + code;
  }

  /** Where in the text the chip writes UID and counter. */
  public int dataAt() {
    return VALUE_AT;
  }

  /** Where in the text the chip writes the code. */
  public int codeAt() {
    return data.length() + "&".length() + VALUE_AT;
  }

  /** Where in a message the text begins, as a query's first or next parameter; -1 when nowhere. */
  public int in(Bytes message) {
    String characters = new String(message.toArray(), StandardCharsets.ISO_8859_1);
    int first = characters.indexOf("?" + text());
    int next = first >= 0 ? first : characters.indexOf("&" + text());
    return next < 0 ? -1 : next + 1;
  }

  /** The link with these parameters. */
  public Link into(Link link) {
    return link.withParameter(data.substring(0, 1), data.substring(VALUE_AT))
        .withParameter(code.substring(0, 1), code.substring(VALUE_AT));
  }
}
