package tapwright.server.store.upkeep.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.card.CardId;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;

/** Books, claims, plans and cards that somebody changed beside the program. */
class RetoldAuditTest extends TamperedRecord {

  @Test
  void anUntouchedRecord_isAsItsEntriesTell() {
    assertEquals(List.of(), differingAfter("UPDATE card SET state = state"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          MONEY_BOOKS ; UPDATE capture SET amount = amount + 1000 ; line card, captured: 59.00 INR, not 49.00 INR as
          MONEY_BOOKS ; UPDATE refund SET amount = 1 ; refund refund-7, amount: 0.01 INR, not 20.00 INR as
          MONEY_BOOKS ; UPDATE refund SET state = 'reserved' ; refund refund-7, state: reserved, not refunded as
          MONEY_BOOKS ; UPDATE refund SET currency = 'none' ; amount: 2000 of the smallest unit of none, not
          MONEY_BOOKS CLAIM_FILES ; DELETE FROM refund ; refund refund-7, amount: nothing, not 20.00 INR as
          MONEY_BOOKS ; UPDATE dispute SET status = 'won' ; dispute dp_7, status: won, not inquiry as
          MONEY_BOOKS ; UPDATE trail SET detail = '{1}' WHERE area = 'money' AND kind = 'captured' ; line card, captured: 49.00 INR, not nothing as
          CLAIM_FILES ; UPDATE claim_file SET state = 'closed' WHERE outcome_by = 'supervisor' ; state: closed, not overridden as
          CLAIM_FILES ; UPDATE claim_file SET outcome = 'deny' WHERE outcome_by = 'supervisor' ; outcome: deny, not full-refund as
          CLAIM_FILES ; UPDATE claim_task SET state = 'done', ended_at = 1, ended_by = 'nobody' WHERE effect = 'revoke-card' AND state = 'open' ; state: done, not open as
          CLAIM_FILES ; UPDATE claim_task SET state = 'open', ended_at = NULL, ended_by = '', reference = '' WHERE effect = 'full-refund' ; reference: nothing, not refund-7 as
          CLAIM_FILES ; DELETE FROM claim_task WHERE effect = 'revoke-card' ; effect: nothing, not revoke-card as
          CLAIM_FILES ; UPDATE rma SET state = 'received' ; state: received, not issued as
          PLANS       ; UPDATE plan_charge SET state = 'paid' WHERE number = 1 ; charge 1, state: paid, not due as
          PLANS       ; UPDATE plan_charge SET amount = 1 WHERE number = 1 ; charge 1, amount: 0.01 INR, not 30.00 INR as
          PLANS       ; UPDATE subscription SET state = 'lapsed' ; state: lapsed, not running as
          MONEY_BOOKS ; UPDATE refund SET reference = 're_other' ; reference: re_other, not re_
          CARD_STATES ; UPDATE card SET target = 'https://other.example.com/' ; target: https://other.example.com/, not https://example.com/led
          CARD_STATES ; UPDATE card SET replaced_by = NULL ; replaced by: nothing, not
          CARD_STATES ; UPDATE card SET replaces = NULL ; in its place: nothing, not on record as
          CARD_STATES ; UPDATE card SET replaces = (SELECT max(card_id) FROM card) WHERE replaces IS NULL ; replaces:
          CARD_STATES ; UPDATE card SET holds = '' ; holds: nothing, not lost as
          CARD_STATES ; UPDATE card SET marks = '' ; marks: nothing, not replacement-ordered as
          CARD_STATES ; UPDATE card SET expires_at = NULL ; end: nothing, not
          """)
  void whatWasChangedBesideTheProgram_isNamedWithBothValues(
      String checks, String statement, String named) {
    assertNamed(checks, statement, named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          DELETE FROM card WHERE card_id = CARD ; station_event has rows of card CARD, which is not
          DELETE FROM card ; order order-04000700000000 has no card
          DELETE FROM claim ; refund has rows of claim
          DELETE FROM claim ; deadline has rows of claim
          """)
  void whatIsGoneThoughRowsNameIt_isNamed(String statement, String named) {
    String key = String.valueOf(card.value());

    List<String> examples =
        differingAfter(statement.replace("CARD", key)).stream()
            .filter(one -> one.check() == Check.REFERENCES)
            .flatMap(one -> one.examples().stream())
            .toList();

    assertTrue(
        examples.stream().anyMatch(one -> one.contains(named.replace("CARD", card.toString()))),
        examples.toString());
  }

  @Test
  void aStoppedCardThatWentOn_isNamed() {
    String stopped = "UPDATE card_event SET kind = 'revoked' WHERE kind = 'issued' AND card_id = ";

    CheckResult states =
        differingAfter(stopped + card.value()).stream()
            .filter(one -> one.check() == Check.CARD_STATES)
            .findAny()
            .orElseThrow();

    assertTrue(
        states.examples().stream()
            .anyMatch(one -> one.contains("what cannot happen (event activated")),
        states.examples().toString());
  }

  @Test
  void cardsStory_tellsHoldsSuccessionClaimsAndReturns() {
    CardStory story = story(card);

    assertEquals("lost", row(story, "holds").get("hold"));
    assertEquals("web shop", row(story, "holds").get("by"));
    assertEquals("replacement-ordered", row(story, "marks").get("mark"));
    assertTrue(String.valueOf(row(story, "succession").get("from")).startsWith(card.toString()));
    assertEquals("not yet", row(story, "succession").get("linkMoved"));
    assertEquals("overridden", row(story, "claims").get("state"));
    assertEquals("issued", row(story, "returns").get("state"));
    assertEquals("never", row(story, "card").get("expires"));
    assertEquals(List.of(), story.checks().stream().filter(one -> !one.inOrder()).toList());
  }

  @Test
  void cardsStory_tellsEachDecisionAndWhatWasDoneAboutIt() {
    CardStory story = story(refunded);

    assertEquals(
        List.of("1 needs-info no", "2 needs-info yes"),
        rows(story, "decisions").stream()
            .map(row -> row.get("decision") + " " + row.get("outcome") + " " + row.get("counts"))
            .toList());
    String taps = String.valueOf(rows(story, "used").getFirst().get("taps"));
    assertTrue(
        String.valueOf(row(story, "decisions").get("uses")).startsWith(taps + " taps, "),
        row(story, "decisions") + " beside " + rows(story, "used"));
    assertEquals(
        List.of("received", "decided", "evidence-added", "decided", "ruled", "task-done"),
        rows(story, "claim-entries").stream().map(row -> row.get("kind")).toList());
    assertEquals("done", row(story, "tasks").get("state"));
    assertEquals("photo-product", row(story, "evidence").get("kind"));
    assertEquals("49.00 INR", row(story, "money").get("amount"));
  }

  private CardStory story(CardId of) {
    return ((Answer.Done<CardStory>) CardAudit.of(url(folder), of.toString(), Packs.shipped()))
        .value();
  }

  private static Map<String, Object> row(CardStory story, String title) {
    return rows(story, title).getFirst();
  }

  private static List<Map<String, Object>> rows(CardStory story, String title) {
    return story.sections().stream()
        .filter(section -> section.title().equals(title))
        .findFirst()
        .orElseThrow()
        .rows();
  }
}
