package tapwright.core.policy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;

/** Claims, facts and packs that several tests use. */
final class Samples {

  static final Packs PACKS = Packs.shipped();
  static final Pack A = PACKS.find("a-smart-card-generator").orElseThrow();
  static final Pack B = PACKS.find("b-rigardz").orElseThrow();

  static final Pack C = PACKS.find("c-vtag").orElseThrow();
  static final Pack D = PACKS.find("d-smartcalls").orElseThrow();
  static final Pack E = PACKS.find("e-mand").orElseThrow();

  private Samples() {}

  static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  static Claim refund(String at) {
    return Claim.withAllEvidence(ClaimKind.REFUND, Reason.CHANGE_OF_MIND, at(at));
  }

  static Facts.Builder plan(Term term, String purchasedAt) {
    return Facts.builder()
        .choose(Choice.LINE, Line.SUBSCRIPTION)
        .choose(Choice.TERM, term)
        .at(Event.PURCHASED_AT, at(purchasedAt));
  }

  static Usage uses(long taps) {
    return new Usage.Counts(taps, 0L);
  }

  static Decision decide(Pack pack, Claim claim, Facts.Builder facts) {
    return Engine.decide(pack, pack.calendar(), claim, facts.build());
  }

  /** A holiday list that is part of the product. */
  static HolidayList holidays(String id) {
    return Objects.requireNonNull(ShippedPacks.holidayLists().get(id), id);
  }

  /** A pack with a frame of its own around the clauses (and windows, gaps) of a test. */
  static Pack pack(String rest) {
    return Packs.parse("sample.yaml", FRAME + rest).orDefect();
  }

  static final String FRAME =
      """
      id: z-sample
      version: "1"
      title: A sample seller
      calendar: {zone: Asia/Riyadh, week: [SUN, MON, TUE, WED, THU], holidays: unstated}
      """;
}
