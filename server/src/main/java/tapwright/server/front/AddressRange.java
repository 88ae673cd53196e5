package tapwright.server.front;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of the Internet, or all that begin with the same bits (RFC 4632 section 3.1, RFC 4291
 * section 2.3).
 *
 * @param first any address of the range
 * @param bits how many bits all its addresses have in common
 */
public record AddressRange(InetAddress first, int bits) {

  private static final Pattern FORM =
      Pattern.compile("(\\d+(?:\\.\\d+){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

  public AddressRange {
    int most = first.getAddress().length * Byte.SIZE;
    if (bits < 0 || bits > most) {
      throw new IllegalArgumentException("bits is " + bits + ", allowed are 0 to " + most);
    }
  }

  /** Reads {@code 10.0.0.0/8}, {@code 2001:db8::/32} or one address; names are none. */
  public static Optional<AddressRange> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      InetAddress first = InetAddress.ofLiteral(form.group(1));
      int most = first.getAddress().length * Byte.SIZE;
      int bits = form.group(2) == null ? most : Integer.parseInt(form.group(2));
      return Optional.of(new AddressRange(first, bits));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public boolean contains(InetAddress address) {
    byte[] ours = first.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
