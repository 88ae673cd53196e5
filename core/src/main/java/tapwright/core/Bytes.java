package tapwright.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of bytes; the array inside never leaves and never comes in uncopied. */
public final class Bytes {

  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final byte[] values;

  private Bytes(byte[] values) {
    this.values = values;
  }

  /** A copy of the array. */
  public static Bytes copyOf(byte... values) {
    return values.length == 0 ? EMPTY : new Bytes(values.clone());
  }

  /** One byte for each number, each of them 0 to 255. */
  public static Bytes of(int... values) {
    byte[] copy = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0 || values[i] > 0xFF) {
        throw new IllegalArgumentException(
            "values[" + i + "] is " + values[i] + ", allowed are 0 to 255");
      }
      copy[i] = (byte) values[i];
    }
    return new Bytes(copy);
  }

  /** Bytes from hexadecimal digits in either case; white space between bytes is passed over. */
  public static Bytes ofHex(String digits) {
    return new Bytes(HEX.parseHex(digits.replaceAll("\\s", "")));
  }

  public static Bytes ofUtf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Bytes zeros(int size) {
    return new Bytes(new byte[size]);
  }

  public int size() {
    return values.length;
  }

  public boolean isEmpty() {
    return values.length == 0;
  }

  /** The byte at the index as a number from 0 to 255. */
  public int at(int index) {
    return values[index] & 0xFF;
  }

  /** The bytes from {@code from} (inclusive) to {@code to} (exclusive). */
  public Bytes slice(int from, int to) {
    if (from < 0 || to > values.length || from > to) {
      throw new IndexOutOfBoundsException(
          "slice [" + from + ", " + to + ") of " + values.length + " bytes");
    }
    return new Bytes(Arrays.copyOfRange(values, from, to));
  }

  public Bytes sliceFrom(int from) {
    return slice(from, values.length);
  }

  /** These bytes followed by the others. */
  public Bytes plus(Bytes others) {
    byte[] joined = Arrays.copyOf(values, values.length + others.values.length);
    System.arraycopy(others.values, 0, joined, values.length, others.values.length);
    return new Bytes(joined);
  }

  /** These bytes with zeros after them up to the size; unchanged when they are as long already. */
  public Bytes padTo(int size) {
    return size <= values.length ? this : new Bytes(Arrays.copyOf(values, size));
  }

  /** These bytes with those at {@code offset} replaced by the patch. */
  public Bytes with(int offset, Bytes patch) {
    if (offset < 0 || offset + patch.size() > values.length) {
      throw new IndexOutOfBoundsException(
          "patch of " + patch.size() + " bytes at " + offset + " in " + values.length + " bytes");
    }
    byte[] copy = values.clone();
    System.arraycopy(patch.values, 0, copy, offset, patch.values.length);
    return new Bytes(copy);
  }

  public byte[] toArray() {
    return values.clone();
  }

  /** Upper-case hexadecimal digits without separators. */
  public String toHex() {
    return HEX.formatHex(values);
  }

  public String toUtf8() {
    return new String(values, StandardCharsets.UTF_8);
  }

  public Bytes sha256() {
    try {
      return new Bytes(MessageDigest.getInstance("SHA-256").digest(values));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(values, bytes.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** The hexadecimal digits: fit for public data only, so secrets have a type of their own. */
  @Override
  public String toString() {
    return toHex();
  }
}
