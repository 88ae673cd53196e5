package tapwright.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static tapwright.core.policy.Samples.B;
import static tapwright.core.policy.Samples.plan;
import static tapwright.core.policy.Samples.refund;
import static tapwright.core.policy.Samples.uses;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import tapwright.core.Bytes;

class ReplayTest {

  @Test
  void sameInput_givesTheSameBytesAndWords_whateverTheMachinesZoneAndLanguage() {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    Decision here = decision(12);
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab-ca-islamic"));

      assertEquals(here.canonicalBytes(), decision(12).canonicalBytes());
      assertEquals(words(here), words(decision(12)));
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  /** The words made anew from a pack that is read anew. */
  private static List<String> words(Decision decision) {
    return Explanation.of(decision);
  }

  @Test
  void canonicalForm_isThis() {
    Pack pack =
        Samples.pack(
            """
            clauses:
              - id: Z1
                kind: bar
                source: {lines: [3, 4], section: One}
                says: no money back
                claims: [refund]
                then: {outcome: deny}
            """);

    Bytes bytes =
        Samples.decide(
                pack,
                refund("2026-05-02T10:00:00+05:30"),
                plan(Term.MONTHLY, "2026-05-01T00:00:00Z"))
            .canonicalBytes();

    assertEquals(
        """
        tapwright-decision 1
        /outcome deny
        /by/0/clause Z1
        /by/0/lines/0 3
        /by/0/lines/1 4
        /by/0/section One
        /by/0/says no money back
        /why\s
        /claim/kind refund
        /claim/reason change-of-mind
        /claim/at 2026-05-02T04:30:00Z
        /claim/evidence/0 order-number
        /claim/evidence/1 reason
        /claim/evidence/2 description
        /claim/evidence/3 photo-product
        /claim/evidence/4 photo-packaging
        /claim/evidence/5 screenshot
        /claim/evidence/6 tracking
        /claim/evidence/7 owner-verified
        /claim/evidence/8 written
        /basis/pack z-sample@1
        /basis/packSha256 %s
        /basis/calendarSha256 %s
        /basis/factsSha256 %s
        /basis/zone Asia/Riyadh
        """
            .formatted(
                pack.sha256(),
                pack.calendar().sha256(),
                Bytes.ofUtf8("line subscription\nterm monthly\npurchasedAt 2026-05-01T00:00:00Z\n")
                    .sha256()),
        bytes.toUtf8());
  }

  @Test
  void otherFacts_giveOtherBytes() {
    assertNotEquals(decision(12).canonicalBytes(), decision(13).canonicalBytes());
  }

  @Test
  void packReadAgain_givesTheSameBytes() {
    Pack again = Packs.shipped().find("b-rigardz").orElseThrow();
    Facts facts = plan(Term.MONTHLY, "2026-04-27T09:15:00+05:30").usage(uses(12)).build();
    Claim claim = refund("2026-05-02T10:00:00+05:30");

    assertEquals(
        Engine.decide(B, B.calendar(), claim, facts).canonicalBytes(),
        Engine.decide(again, again.calendar(), claim, facts).canonicalBytes());
  }

  private static Decision decision(long taps) {
    return Samples.decide(
        B,
        refund("2026-05-02T10:00:00+05:30"),
        plan(Term.MONTHLY, "2026-04-27T09:15:00+05:30").usage(uses(taps)));
  }
}
