package tapwright.agent.main.bench.encode;

import tapwright.core.Bytes;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.NdefMessage;

/** Links of a given length, as samples. */
public final class SampleLink {

  private static final String START = "https://example.com/";

  private SampleLink() {}

  /** The address whose NDEF message has so many bytes, told from others by its letter. */
  public static String address(int bytes, char letter) {
    int missing = bytes - message(START).size();
    return START + String.valueOf(letter).repeat(missing);
  }

  /** The NDEF message of the address. */
  public static Bytes message(String address) {
    return NdefMessage.of(Link.of("url", address).orThrow().record()).encode();
  }

  static Bytes message(int bytes, char letter) {
    return message(address(bytes, letter));
  }
}
