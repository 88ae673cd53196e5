package tapwright.server.store.upkeep.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardId;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.NewRecord;
import tapwright.server.record.Ledger;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.SampleRecord;
import tapwright.server.store.upkeep.Session;
import tapwright.server.store.upkeep.Tampering;

/** A record on which somebody works beside the program, once and again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TamperedRecord implements NewRecord {

  Path folder = Path.of("");
  CardId card = new CardId(1);
  CardId refunded = new CardId(1);

  @BeforeAll
  void fill(@TempDir Path once) {
    folder = once;
    try (Ledger ledger = newRecord(folder)) {
      SampleRecord sample = SampleRecord.in(ledger, 7).withCards(3).withHits(20).withClaims(2);
      sample.withWork().withRefundedClaim().withLaterLives();
      card = sample.cards().getFirst();
      refunded = sample.cards().get(1);
    }
  }

  /** What differs once the statement has run; nothing of it stays. */
  List<CheckResult> differingAfter(String statement) {
    try (Session session = Session.writing(url(folder))) {
      Tampering.unguard(session);
      session.execute(statement);
      return RecordAudit.run(session, Packs.shipped(), Progress.SILENT).stream()
          .filter(result -> !result.inOrder())
          .toList();
    }
  }

  private String inItsWords(String statement) {
    boolean isSqlite = url(folder).engine() == RecordUrl.Engine.SQLITE;
    return statement.replace("BYTES", isSqlite ? "BLOB" : "BYTEA");
  }

  /** Only these checks find the statement's work, and one of them says so. */
  void assertNamed(String checks, String statement, String named) {
    List<CheckResult> found = differingAfter(inItsWords(statement));

    assertEquals(
        Stream.of(checks.strip().split(" ", -1)).map(Check::valueOf).collect(Collectors.toSet()),
        found.stream().map(CheckResult::check).collect(Collectors.toSet()));
    List<String> examples = found.stream().flatMap(one -> one.examples().stream()).toList();
    assertTrue(
        examples.stream().anyMatch(example -> example.contains(named.strip())),
        examples.toString());
  }
}
