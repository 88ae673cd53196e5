package tapwright.server.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads of one card, each with the next counter, and which of them were answered. */
final class ReadSeries {

  private final SampleCard card;
  private final Set<Integer> answered = ConcurrentHashMap.newKeySet();
  private final AtomicInteger counter = new AtomicInteger(SampleCard.BASELINE);

  ReadSeries(SampleCard card) {
    this.card = card;
  }

  /** Sends the next read to the node, on a connection of its own; answers the status. */
  int hit(URI node) throws IOException {
    int next = counter.incrementAndGet();
    HitRequest request =
        new HitRequest(HitKind.FRESH, HitRequest.get(card.read(next)), new Tally());
    try (Wire wire = new Wire(node)) {
      wire.send(request);
      int status = wire.status(request);
      if (status == 302) {
        answered.add(next);
      }
      return status;
    }
  }

  int answered() {
    return answered.size();
  }

  /** The reads that are answered by now. */
  Set<Integer> answeredSoFar() {
    return Set.copyOf(answered);
  }

  /** Fails unless all that was answered is on record, and nothing twice. */
  void assertOnRecord(String url) throws SQLException {
    assertOnRecord(url, answered);
  }

  /**
   * Fails unless all these reads are on record, and no tap twice.
   *
   * <p>One that so many others overtook on a busy machine that it was no tap any more was answered
   * and stored all the same.
   */
  static void assertOnRecord(String url, Set<Integer> answered) throws SQLException {
    List<Integer> taps = numbers(url, "class = 'tap'");
    Set<Integer> different = new TreeSet<>(taps);
    assertEquals(different.size(), taps.size(), "no read counts twice");
    Set<Integer> missing = new TreeSet<>(answered);
    missing.removeAll(different);
    numbers(url, "reason = 'counter_too_old'").forEach(missing::remove);
    assertEquals(Set.of(), missing, "answered but not on record");
  }

  private static List<Integer> numbers(String url, String which) throws SQLException {
    List<Integer> numbers = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT counter FROM hit WHERE " + which)) {
      while (rows.next()) {
        numbers.add(rows.getInt(1));
      }
    }
    return numbers;
  }
}
