package tapwright.server.store.upkeep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.server.store.upkeep.Session;

/** How one card stands: why it is held, what else is known of it, whose place it takes. */
final class CardStanding {

  /** More replacements of one card than ever happen; a longer chain would be a circle. */
  private static final int MOST_REPLACEMENTS = 16;

  /** Which event gives a mark. */
  private static final Map<String, String> MARKED_BY =
      Map.of(
          "content-stale", "content-outdated",
          "transferred", "transfer-detected",
          "replacement-ordered", "replacement-ordered");

  private final Session session;
  private final long card;

  CardStanding(Session session, long card) {
    this.session = session;
    this.card = card;
  }

  List<CardStory.Section> sections() {
    return List.of(held(), marked(), succession(), claims(), returns());
  }

  private CardStory.Section held() {
    SectionRows rows = new SectionRows("holds");
    for (String hold : words("holds")) {
      since(rows, "hold", hold, "kind = 'held' AND detail = ?", hold);
    }
    return rows.section();
  }

  private CardStory.Section marked() {
    SectionRows rows = new SectionRows("marks");
    for (String mark : words("marks")) {
      since(rows, "mark", mark, "kind = ?", MARKED_BY.getOrDefault(mark, mark));
    }
    return rows.section();
  }

  private List<String> words(String column) {
    return session
        .list(
            "SELECT " + column + " FROM card WHERE card_id = ?",
            row -> CardRetold.words(row.getString(1)),
            card)
        .stream()
        .flatMap(words -> List.of(words.split(" ")).stream())
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private void since(SectionRows rows, String what, String word, String event, String value) {
    session.each(
        "SELECT at, actor, role, cause FROM card_event WHERE card_id = ? AND "
            + event
            + " ORDER BY version DESC LIMIT 1",
        row ->
            rows.add(
                what,
                word,
                "since",
                CardAudit.instant(row, "at"),
                "by",
                row.getString("actor"),
                "as",
                row.getString("role"),
                "cause",
                row.getString("cause")),
        card,
        value);
  }

  /** From the first card of the row of replacements to the last. */
  private CardStory.Section succession() {
    SectionRows rows = new SectionRows("succession");
    List<Long> chain = new ArrayList<>(List.of(card));
    for (Optional<Long> next = other("replaces", card);
        next.isPresent() && chain.size() < MOST_REPLACEMENTS;
        next = other("replaces", next.get())) {
      chain.addFirst(next.get());
    }
    for (Optional<Long> next = other("replaced_by", card);
        next.isPresent() && chain.size() < MOST_REPLACEMENTS;
        next = other("replaced_by", next.get())) {
      chain.addLast(next.get());
    }
    for (int i = 0; i + 1 < chain.size(); i++) {
      succession(rows, chain.get(i), chain.get(i + 1));
    }
    return rows.section();
  }

  private Optional<Long> other(String column, long of) {
    return session
        .list(
            "SELECT " + column + " FROM card WHERE card_id = ? AND " + column + " IS NOT NULL",
            row -> row.getLong(1),
            of)
        .stream()
        .findFirst();
  }

  /** Links lead on from the day on which the successor came into use, and not before. */
  private void succession(SectionRows rows, long from, long to) {
    String id = new CardId(to).toString();
    rows.add(
        "from",
        named(from),
        "to",
        named(to),
        "ordered",
        at("kind = 'replacement-ordered' AND detail = ?", from, id).orElse("never"),
        "withdrawn",
        other("replaced_by", from).equals(Optional.of(to)) ? "" : "yes",
        "linkMoved",
        at("kind = ?", to, "activated").orElse("not yet"));
  }

  private String named(long of) {
    return session
        .list("SELECT slug, state FROM card WHERE card_id = ?", CardStanding::slugAndState, of)
        .stream()
        .findFirst()
        .map(more -> new CardId(of) + " " + more)
        .orElseGet(() -> new CardId(of) + " (not there)");
  }

  private static String slugAndState(ResultSet row) throws SQLException {
    return "(%s, %s)".formatted(row.getString("slug"), row.getString("state"));
  }

  private Optional<String> at(String event, long of, String value) {
    return session
        .list(
            "SELECT at FROM card_event WHERE card_id = ? AND "
                + event
                + " ORDER BY version LIMIT 1",
            row -> CardAudit.instant(row, "at").toString(),
            of,
            value)
        .stream()
        .findFirst();
  }

  private CardStory.Section claims() {
    SectionRows rows = new SectionRows("claims");
    session.each(
        "SELECT claim.claim_id, claim.kind, claim.reason, claim.outcome AS decided,"
            + " claim_file.state, claim_file.outcome, claim_file.outcome_by, (SELECT count(*) FROM"
            + " claim_task WHERE claim_task.card_id = claim.card_id AND claim_task.claim_id ="
            + " claim.claim_id AND claim_task.state = 'open') AS tasks FROM claim LEFT JOIN"
            + " claim_file ON claim_file.card_id = claim.card_id AND claim_file.claim_id ="
            + " claim.claim_id WHERE claim.card_id = ? ORDER BY claim.decided_at, claim.claim_id",
        row ->
            rows.add(
                "claim", row.getString("claim_id"),
                "asks", row.getString("kind") + " for " + row.getString("reason"),
                "state", CardAudit.or(row.getString("state"), "decided"),
                "outcome", CardAudit.or(row.getString("outcome"), row.getString("decided")),
                "by", CardAudit.or(row.getString("outcome_by"), "engine"),
                "openTasks", row.getLong("tasks")),
        card);
    return rows.section();
  }

  private CardStory.Section returns() {
    SectionRows rows = new SectionRows("returns");
    session.each(
        "SELECT * FROM rma WHERE card_id = ? ORDER BY issued_at, rma_id",
        row ->
            rows.add(
                "return", row.getString("rma_id"),
                "claim", row.getString("claim_id"),
                "state", row.getString("state"),
                "issued", CardAudit.instant(row, "issued_at"),
                "expires", CardAudit.instant(row, "expires_at"),
                "sent", CardAudit.maybe(row, "sent_at"),
                "received", CardAudit.maybe(row, "received_at"),
                "found", CardAudit.or(row.getString("verdict"), ""),
                "disposition", CardAudit.or(row.getString("disposition"), "")),
        card);
    return rows.section();
  }
}
