package tapwright.server.store.upkeep.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.core.card.CardId;
import tapwright.core.card.Slug;
import tapwright.core.policy.fact.FactsText;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;
import tapwright.server.store.upkeep.Fitness;
import tapwright.server.store.upkeep.Session;

/** Tells what is on record of one card: its life, its count, and what was decided and done. */
public final class CardAudit {

  private static final String COUNTING =
      "coalesce((SELECT decision FROM claim_file WHERE claim_file.card_id = claim.card_id"
          + " AND claim_file.claim_id = claim.claim_id), 1) AS counting";

  private static final String DECISIONS =
      "SELECT claim.claim_id, 1 AS number, claim.kind, claim.reason, claim.decided_at, claim.pack,"
          + " claim.outcome, claim.facts, "
          + COUNTING
          + " FROM claim WHERE claim.card_id = ?"
          + " UNION ALL SELECT claim.claim_id, later.number, claim.kind, claim.reason,"
          + " later.decided_at, later.pack, later.outcome, later.facts, "
          + COUNTING
          + " FROM claim_decision AS later JOIN claim ON claim.card_id = later.card_id"
          + " AND claim.claim_id = later.claim_id WHERE later.card_id = ?"
          + " ORDER BY decided_at, claim_id, number";

  private final Session session;
  private final long card;

  private CardAudit(Session session, long card) {
    this.session = session;
    this.card = card;
  }

  /**
   * The card's story.
   *
   * @param name its id or its slug
   * @param packs by which decisions are taken again
   */
  public static Answer<CardStory> of(RecordUrl url, String name, Packs packs) {
    Optional<Refusal> unfit = Fitness.refusal(url);
    if (unfit.isPresent()) {
      return Answer.refused(unfit.get());
    }
    try (Session session = Session.reading(url)) {
      return find(session, name)
          .map(card -> Answer.done(new CardAudit(session, card).story(packs)))
          .orElseGet(() -> Answer.refused(StoreRefusal.CARD_UNKNOWN.with("card", name)));
    }
  }

  private static Optional<Long> find(Session session, String name) {
    Optional<Slug> slug = Slug.parse(name);
    List<Long> found =
        slug.isPresent()
            ? session.list(
                "SELECT card_id FROM card WHERE slug = ?",
                row -> row.getLong(1),
                slug.get().value())
            : CardId.parse(name)
                .map(
                    id ->
                        session.list(
                            "SELECT card_id FROM card WHERE card_id = ?",
                            row -> row.getLong(1),
                            id.value()))
                .orElse(List.of());
    return found.stream().findFirst();
  }

  private CardStory story(Packs packs) {
    List<CheckResult> checks = new ArrayList<>(HitWalk.one(session, card));
    checks.add(DecisionCheck.one(session, packs, card));
    checks.add(CardStates.one(session, card));
    checks.add(MoneyCheck.one(session, card));
    checks.add(ClaimCheck.one(session, card));
    List<CardStory.Section> sections = new ArrayList<>(List.of(itself()));
    sections.addAll(new CardStanding(session, card).sections());
    sections.addAll(new CardDealings(session, card).sections());
    sections.addAll(
        List.of(
            events(),
            hits(),
            usage(),
            new UsedSince(session, card).section(),
            counters(),
            new CounterGaps(session, card).section(),
            quick(),
            decisions()));
    return new CardStory(sections, checks);
  }

  private CardStory.Section itself() {
    return section(
        "card",
        "SELECT * FROM card WHERE card_id = ?",
        (rows, row) ->
            rows.add(
                "id", new CardId(card),
                "slug", row.getString("slug"),
                "state", row.getString("state"),
                "shipping", row.getString("shipping"),
                "tier", row.getString("tier"),
                "holds", row.getString("holds"),
                "marks", CardRetold.words(row.getString("marks")),
                "chip", or(row.getString("uid"), "none"),
                "model", or(row.getString("model"), "none"),
                "counting", row.getString("counting"),
                "ordered", instant(row, "created_at"),
                "expires", expires(row)));
  }

  private static String expires(ResultSet row) throws SQLException {
    String end = maybe(row, "expires_at");
    return end.isEmpty() ? "never" : end;
  }

  static String or(String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  private CardStory.Section events() {
    return section(
        "events",
        "SELECT * FROM card_event WHERE card_id = ? ORDER BY version",
        (rows, row) ->
            rows.add(
                "version", row.getLong("version"),
                "kind", row.getString("kind"),
                "detail", row.getString("detail"),
                "by", row.getString("actor"),
                "as", row.getString("role"),
                "cause", row.getString("cause"),
                "at", instant(row, "at"),
                "recorded", instant(row, "recorded_at")));
  }

  private CardStory.Section hits() {
    return section(
        "hits",
        "SELECT class, reason, assurance, count(*) AS n, min(at) AS oldest, max(at) AS newest"
            + " FROM hit WHERE card_id = ? GROUP BY class, reason, assurance"
            + " ORDER BY class, reason, assurance",
        (rows, row) ->
            rows.add(
                "class", row.getString("class"),
                "reason", row.getString("reason"),
                "assurance", row.getString("assurance"),
                "hits", row.getLong("n"),
                "first", instant(row, "oldest"),
                "last", instant(row, "newest")));
  }

  private CardStory.Section usage() {
    return section(
        "usage",
        "SELECT class, sum(hits) AS n, sum(folded) AS gone, sum(signed) AS signed,"
            + " sum(mirrored) AS mirrored FROM usage_day WHERE card_id = ?"
            + " GROUP BY class ORDER BY class",
        (rows, row) ->
            rows.add(
                "class", row.getString("class"),
                "hits", row.getLong("n"),
                "signed", row.getLong("signed"),
                "mirrored", row.getLong("mirrored"),
                "bare", row.getLong("n") - row.getLong("signed") - row.getLong("mirrored"),
                "folded", row.getLong("gone")));
  }

  private CardStory.Section counters() {
    return section(
        "counters",
        "SELECT * FROM read_counter WHERE card_id = ? ORDER BY key_version",
        (rows, row) ->
            rows.add(
                "keyVersion", row.getInt("key_version"),
                "baseline", row.getLong("baseline"),
                "last", row.getLong("last"),
                "seen", row.getLong("seen"),
                "missed", row.getLong("missed"),
                "lastAt", instant(row, "last_at")));
  }

  private CardStory.Section quick() {
    return section(
        "quick-successions",
        "SELECT at, counter FROM hit WHERE card_id = ? AND reason = 'quick_succession'"
            + " ORDER BY at, hit_id",
        (rows, row) -> rows.add("counter", row.getLong("counter"), "at", instant(row, "at")));
  }

  /** Each decision of the engine, and which of a claim's counts. */
  private CardStory.Section decisions() {
    SectionRows rows = new SectionRows("decisions");
    session.each(
        DECISIONS,
        row ->
            rows.add(
                "claim", row.getString("claim_id"),
                "decision", row.getLong("number"),
                "kind", row.getString("kind"),
                "reason", row.getString("reason"),
                "at", instant(row, "decided_at"),
                "pack", row.getString("pack"),
                "outcome", row.getString("outcome"),
                "counts", row.getLong("number") == row.getLong("counting") ? "yes" : "no",
                "uses", uses(row)),
        card,
        card);
    return rows.section();
  }

  /** The uses that the decision was taken on. */
  private static String uses(ResultSet row) throws SQLException {
    return FactsText.read(new String(row.getBytes("facts"), StandardCharsets.UTF_8))
        .filter(facts -> facts.usage() instanceof Usage.Timeline)
        .map(facts -> counted((Usage.Timeline) facts.usage()))
        .orElse("not told");
  }

  private static String counted(Usage.Timeline usage) {
    return "%d taps, %d shares"
        .formatted(
            usage.uses().stream().mapToLong(Usage.Use::taps).sum(),
            usage.uses().stream().mapToLong(Usage.Use::shares).sum());
  }

  private CardStory.Section section(String title, String query, RowTeller teller) {
    SectionRows rows = new SectionRows(title);
    session.each(query, row -> teller.tell(rows, row), card);
    return rows.section();
  }

  /** Empty where there is none. */
  static String maybe(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? "" : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
  }

  /** Adds what a row says to a section. */
  @FunctionalInterface
  private interface RowTeller {
    void tell(SectionRows rows, ResultSet row) throws SQLException;
  }
}
