package tapwright.server.store.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32C;
import tapwright.core.card.Slug;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.LinkKind;
import tapwright.server.record.hit.Arrival;
import tapwright.server.store.sql.Micros;
import tapwright.server.store.sql.Words;

/**
 * How a hit lies in the spool: the length of what follows the checksum, its CRC-32C (RFC 3720,
 * section 12.1), both as 4 bytes, most significant first, then the hit itself.
 *
 * <table>
 *   <caption>The hit, fields as {@link DataOutputStream} writes them</caption>
 *   <tr><td>byte</td><td>1, the version of this form</td></tr>
 *   <tr><td>UTF</td><td>slug</td></tr>
 *   <tr><td>UTF</td><td>which link, as a lower-case word</td></tr>
 *   <tr><td>boolean</td><td>whether the method was HEAD</td></tr>
 *   <tr><td>UTF</td><td>User-Agent</td></tr>
 *   <tr><td>UTF</td><td>purpose</td></tr>
 *   <tr><td>3 UTF</td><td>what the chip wrote: m, e, c</td></tr>
 *   <tr><td>boolean</td><td>whether the browser's last hit is still fresh</td></tr>
 *   <tr><td>long</td><td>when it came, in microseconds since 1970-01-01T00:00Z</td></tr>
 *   <tr><td>long</td><td>its id</td></tr>
 * </table>
 */
final class SpoolFrame {

  static final int VERSION = 1;

  private static final int HEAD_BYTES = 2 * Integer.BYTES;

  /** More than the headers that a request may have. */
  private static final int LIMIT_BYTES = 64 * 1024;

  static final int LARGEST_BYTES = HEAD_BYTES + LIMIT_BYTES;

  private SpoolFrame() {}

  static byte[] encode(Arrival arrival) {
    byte[] body = body(arrival);
    return ByteBuffer.allocate(HEAD_BYTES + body.length)
        .putInt(body.length)
        .putInt(checksum(body))
        .put(body)
        .array();
  }

  private static byte[] body(Arrival arrival) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Hit hit = arrival.hit();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(arrival.slug().value());
      out.writeUTF(Words.of(hit.link()));
      out.writeBoolean(hit.head());
      out.writeUTF(hit.agent());
      out.writeUTF(hit.purpose());
      out.writeUTF(hit.written().mirror());
      out.writeUTF(hit.written().enciphered());
      out.writeUTF(hit.written().code());
      out.writeBoolean(hit.repeats());
      out.writeLong(Micros.of(arrival.at()));
      out.writeLong(arrival.id());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The next hit, with the buffer behind it; empty, with the buffer as it was, where no whole frame
   * of this version lies.
   */
  static Optional<Arrival> decode(ByteBuffer from) {
    Optional<byte[]> body = body(from).filter(bytes -> bytes[0] == VERSION);
    Optional<Arrival> hit = body.flatMap(SpoolFrame::arrival);
    if (hit.isPresent()) {
      from.position(from.position() + HEAD_BYTES + body.map(bytes -> bytes.length).orElse(0));
    }
    return hit;
  }

  /** The version of the frame that lies next, if it is whole and not of this version. */
  static OptionalInt otherVersion(ByteBuffer from) {
    return body(from).stream()
        .mapToInt(bytes -> Byte.toUnsignedInt(bytes[0]))
        .filter(version -> version != VERSION)
        .findFirst();
  }

  /** What the next frame carries, if that lies there as its checksum says. */
  private static Optional<byte[]> body(ByteBuffer from) {
    if (from.remaining() < HEAD_BYTES) {
      return Optional.empty();
    }
    int length = from.getInt(from.position());
    int checksum = from.getInt(from.position() + Integer.BYTES);
    if (length < 1 || length > LIMIT_BYTES || from.remaining() - HEAD_BYTES < length) {
      return Optional.empty();
    }
    byte[] body = new byte[length];
    from.get(from.position() + HEAD_BYTES, body);
    return checksum(body) == checksum ? Optional.of(body) : Optional.empty();
  }

  /** Empty for bytes that are no hit, which do not become one by a checksum that is right. */
  private static Optional<Arrival> arrival(byte[] body) {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(body, 1, body.length - 1))) {
      Slug slug = new Slug(in.readUTF());
      Hit hit =
          new Hit(
              Words.read(LinkKind.class, in.readUTF()),
              in.readBoolean(),
              in.readUTF(),
              in.readUTF(),
              new ChipParameters(in.readUTF(), in.readUTF(), in.readUTF()),
              in.readBoolean());
      return Optional.of(new Arrival(slug, hit, Micros.toInstant(in.readLong()), in.readLong()));
    } catch (IOException | IllegalArgumentException noHit) {
      return Optional.empty();
    }
  }

  private static int checksum(byte[] body) {
    CRC32C crc = new CRC32C();
    crc.update(body);
    return (int) crc.getValue();
  }
}
