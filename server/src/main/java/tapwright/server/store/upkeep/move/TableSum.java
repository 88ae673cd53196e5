package tapwright.server.store.upkeep.move;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How many rows a table has and what they add up to, in whatever order they come.
 *
 * <p>The sum is that of the first 16 bytes of each row's SHA-256, as two numbers of 64 bits; so two
 * tables with equal sums hold the same rows, and one row more, less or other is seen.
 */
final class TableSum {

  private final MessageDigest digest;
  private long rows;
  private long high;
  private long low;

  TableSum() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  void add(String row) {
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(row.getBytes(StandardCharsets.UTF_8)));
    rows++;
    high += hash.getLong();
    low += hash.getLong();
  }

  long rows() {
    return rows;
  }

  /** Rows and sum as text: equal texts, equal tables. */
  @Override
  public String toString() {
    return "%d rows, sum %016x%016x".formatted(rows, high, low);
  }
}
