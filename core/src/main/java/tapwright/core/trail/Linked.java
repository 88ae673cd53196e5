package tapwright.core.trail;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tapwright.core.Bytes;

/**
 * SHA-256 over fields, each with its length before it, so that no two rows of fields hash alike.
 * Instants count in microseconds, which is as finely as they are stored.
 */
final class Linked {

  private final MessageDigest digest;

  Linked() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Linked text(String text) {
    return bytes(Bytes.ofUtf8(text));
  }

  Linked instant(Instant instant) {
    return number(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
  }

  Linked number(long number) {
    return bytes(Bytes.copyOf(ByteBuffer.allocate(Long.BYTES).putLong(number).array()));
  }

  Linked bytes(Bytes field) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(field.size()).array());
    digest.update(field.toArray());
    return this;
  }

  /** The hash of all of them; nothing may come after it. */
  Bytes hash() {
    return Bytes.copyOf(digest.digest());
  }
}
