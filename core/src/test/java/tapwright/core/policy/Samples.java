package tapwright.core.policy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.fact.Term;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.library.ShippedPacks;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.read.HolidayList;

/** Claims, facts and packs that several tests use. */
public final class Samples {

  public static final Packs PACKS = Packs.shipped();
  public static final Pack A = PACKS.find("a-smart-card-generator").orElseThrow();
  public static final Pack B = PACKS.find("b-rigardz").orElseThrow();

  public static final Pack C = PACKS.find("c-vtag").orElseThrow();
  public static final Pack D = PACKS.find("d-smartcalls").orElseThrow();
  public static final Pack E = PACKS.find("e-mand").orElseThrow();

  private Samples() {}

  public static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  public static Claim refund(String at) {
    return Claim.withAllEvidence(ClaimKind.REFUND, Reason.CHANGE_OF_MIND, at(at));
  }

  public static Facts.Builder plan(Term term, String purchasedAt) {
    return Facts.builder()
        .choose(Choice.LINE, Line.SUBSCRIPTION)
        .choose(Choice.TERM, term)
        .at(Event.PURCHASED_AT, at(purchasedAt));
  }

  public static Usage uses(long taps) {
    return new Usage.Counts(taps, 0L);
  }

  public static Decision decide(Pack pack, Claim claim, Facts.Builder facts) {
    return Engine.decide(pack, pack.calendar(), claim, facts.build());
  }

  /** A holiday list that is part of the product. */
  public static HolidayList holidays(String id) {
    return Objects.requireNonNull(ShippedPacks.holidayLists().get(id), id);
  }

  /** A pack with a frame of its own around the clauses (and windows, gaps) of a test. */
  public static Pack pack(String rest) {
    return Packs.parse("sample.yaml", FRAME + rest).orThrow();
  }

  public static final String FRAME =
      """
      id: z-sample
      version: "1"
      title: A sample seller
      calendar: {zone: Asia/Riyadh, week: [SUN, MON, TUE, WED, THU], holidays: unstated}
      """;
}
