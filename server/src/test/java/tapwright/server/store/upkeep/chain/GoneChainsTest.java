package tapwright.server.store.upkeep.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.Bytes;
import tapwright.core.trail.TrailEntry;
import tapwright.core.trail.TrailLink;
import tapwright.server.app.NewRecord;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.record.Ledger;
import tapwright.server.store.upkeep.SampleRecord;
import tapwright.server.store.upkeep.Session;
import tapwright.server.store.upkeep.Tampering;

/** Chains that are gone or end elsewhere than they did, seen without any checkpoint. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoneChainsTest implements NewRecord {

  private Path folder = Path.of("");
  private String claim = "";
  private String order = "";
  private String plan = "";
  private long card;

  @BeforeAll
  void fill(@TempDir Path once) {
    folder = once;
    try (Ledger ledger = newRecord(folder)) {
      SampleRecord sample = SampleRecord.in(ledger, 7).withCards(3).withClaims(2).withWork();
      sample.withRefundedClaim().withLaterLives().withSomebodyForgotten();
      card = sample.cards().getFirst().value();
      ledger.writeAcrossSellers(records -> records.outbox().place(1_000)).join();
    }
    try (Session session = Session.reading(url(folder))) {
      claim = text(session, "SELECT claim_id FROM claim WHERE card_id = " + card);
      order = text(session, "SELECT order_id FROM card WHERE card_id = " + card);
      plan = text(session, "SELECT subscription_id FROM subscription");
    }
  }

  private static String text(Session session, String query) {
    return session.list(query, row -> row.getString(1)).getFirst();
  }

  /** What is found once the statements have run; nothing of it stays. */
  private List<String> foundAfter(String statements) {
    try (Session session = Session.writing(url(folder))) {
      Tampering.unguard(session);
      Stream.of(inKeys(statements).split("; ", -1)).forEach(session::execute);
      ChainTally tally = new ChainTally();
      ChainAudit.read(session, tally);
      return tally.report(Optional.empty()).findings().stream().map(GoneChainsTest::told).toList();
    }
  }

  private String inKeys(String text) {
    return text.replace("CLAIM", claim)
        .replace("ORDER", order)
        .replace("PLAN", plan)
        .replace("CARD", String.valueOf(card));
  }

  private static String told(ChainFinding finding) {
    return "%s %s %d"
        .formatted(
            finding.fault().kind().word(),
            finding.chain().area().equals("card") ? "card" : finding.chain(),
            finding.fault().number());
  }

  @Test
  void anUntouchedRecord_hasNoFinding() {
    assertEquals(List.of(), foundAfter("UPDATE card SET state = state"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          removed claim CLAIM 1      | DELETE FROM trail WHERE area = 'claim' AND subject_id = 'CLAIM'
          removed claim CLAIM 1      | DELETE FROM trail WHERE subject_id = 'CLAIM'; DELETE FROM claim_file WHERE claim_id = 'CLAIM'; DELETE FROM claim WHERE claim_id = 'CLAIM'
          removed money ORDER 1      | DELETE FROM trail WHERE subject_id = 'ORDER'; DELETE FROM refund; DELETE FROM capture
          removed subscription PLAN 1 | DELETE FROM trail WHERE area = 'subscription'; DELETE FROM subscription
          removed holder HOLDER 1    | DELETE FROM trail WHERE area = 'holder'
          cut claim CLAIM 2          | DELETE FROM trail WHERE subject_id = 'CLAIM' AND number > 1
          cut money ORDER 2          | DELETE FROM trail WHERE subject_id = 'ORDER' AND number > 1
          missing card 0             | DELETE FROM card WHERE card_id = CARD
          removed card 1             | DELETE FROM card WHERE card_id = CARD; DELETE FROM card_event WHERE card_id = CARD
          missing outbox events 2    | DELETE FROM outbox WHERE place IN (2, 3)
          cut outbox events 5        | INSERT INTO outbox_consumer (consumer, taken_to) VALUES ('other', 6); DELETE FROM outbox WHERE place > 4
          """)
  void whatIsGone_isNamedWithoutACheckpoint(String finding, String statements) {
    String holder;
    try (Session session = Session.reading(url(folder))) {
      holder = text(session, "SELECT subject_id FROM trail WHERE area = 'holder'");
    }

    List<String> found = foundAfter(statements);

    assertEquals(
        List.of(inKeys(finding.strip()).replace("HOLDER", holder)),
        found.stream().filter(one -> !one.startsWith("added")).distinct().toList());
  }

  /** Its link is right, and so is every other: only nobody was ever told of it. */
  @Test
  void anEntryThatWasPutOnTheEndWithAFittingLink_isNamed() {
    try (Session session = Session.writing(url(folder))) {
      long last =
          session.number(
              "SELECT max(number) FROM trail WHERE area = 'money' AND subject_id = ?", order);
      putOn(session, last);
      ChainTally tally = new ChainTally();
      ChainAudit.read(session, tally);

      assertEquals(
          List.of("added money %s %d".formatted(order, last + 1)),
          tally.report(Optional.empty()).findings().stream().map(GoneChainsTest::told).toList());
    }
  }

  private void putOn(Session session, long last) {
    Instant at = SampleRecord.START;
    TrailEntry.By by = new TrailEntry.By("nobody", "support");
    TrailEntry entry = new TrailEntry(last + 1, "refund-refunded", "{}", by, "", at, at);
    Bytes before =
        session
            .list(
                "SELECT link FROM trail WHERE area = 'money' AND subject_id = ? AND number = ?",
                row -> Bytes.copyOf(row.getBytes(1)),
                order,
                last)
            .getFirst();
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    session.update(
        "INSERT INTO trail (area, subject_id, number, seller, kind, detail, actor, role, cause, at,"
            + " recorded_at, link) VALUES ('money', ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?)",
        order,
        entry.number(),
        FirstSeller.ID.value(),
        entry.kind(),
        entry.detail(),
        by.actor(),
        by.role(),
        micros,
        micros,
        TrailLink.after(before, entry).toArray());
  }

  /** With links that fit: an entry says something else than everybody was told. */
  @Test
  void aLastEntryThatWasWrittenAnew_isNamed() {
    try (Session session = Session.writing(url(folder))) {
      Tampering.unguard(session);
      long last =
          session.number(
              "SELECT max(number) FROM trail WHERE area = 'money' AND subject_id = ?", order);
      session.update(
          "DELETE FROM trail WHERE area = 'money' AND subject_id = ? AND number = ?", order, last);
      putOn(session, last - 1);
      ChainTally tally = new ChainTally();
      ChainAudit.read(session, tally);

      assertEquals(
          List.of("changed money %s %d".formatted(order, last)),
          tally.report(Optional.empty()).findings().stream().map(GoneChainsTest::told).toList());
    }
  }
}
