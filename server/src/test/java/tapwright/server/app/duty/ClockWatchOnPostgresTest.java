package tapwright.server.app.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tapwright.server.app.NewPostgresRecord;

/** A database has a time of its own, which no test sets: this node's is set by it. */
@Tag("postgres")
class ClockWatchOnPostgresTest extends ClockWatchTest implements NewPostgresRecord {

  @Test
  void aClockThatDiffersFromTheDatabases_isSaidAtOnceByTheHourAndWhenItIsRight() {
    now = ofDatabase().plus(Duration.ofHours(3));
    roundAfter(Duration.ZERO);
    lines();
    for (int minutes = 0; minutes < 61; minutes++) {
      roundAfter(Duration.ofMinutes(1));
    }
    List<String> later = lines();
    now = ofDatabase();
    roundAfter(Duration.ZERO);
    List<String> right = lines();

    assertEquals(1, later.size(), later.toString());
    assertTrue(later.getFirst().contains(" where the database's says 20"), "" + later);
    assertEquals(2, right.size(), right.toString());
    assertTrue(right.getFirst().contains("went back by "), "" + right);
    assertTrue(right.getLast().contains("agrees with the database's again"), "" + right);
  }

  private Instant ofDatabase() {
    return record.readAcrossSellers(records -> records.duties().time()).join().orElseThrow();
  }
}
