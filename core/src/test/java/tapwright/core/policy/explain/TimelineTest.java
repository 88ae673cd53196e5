package tapwright.core.policy.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tapwright.core.policy.Samples.B;
import static tapwright.core.policy.Samples.D;
import static tapwright.core.policy.Samples.at;
import static tapwright.core.policy.Samples.plan;
import static tapwright.core.policy.Samples.refund;
import static tapwright.core.policy.Samples.uses;

import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.fact.Term;
import tapwright.core.policy.pack.Pack;

class TimelineTest {

  private static List<String> rows(Pack pack, Claim claim, Facts facts) {
    Decision decision = Engine.decide(pack, pack.calendar(), claim, facts);
    return Timeline.of(pack, pack.calendar(), claim, facts, decision);
  }

  @Test
  void window_endsFromItsLatestAnchorOnly() {
    Facts facts =
        plan(Term.MONTHLY, "2026-05-04T10:00:00+05:30")
            .at(Event.UPGRADED_AT, at("2026-05-22T16:00:00+05:30"))
            .usage(uses(3))
            .build();

    assertEquals(
        List.of(
            "Mon 04 May 2026 10:00  o  the purchase",
            "Fri 22 May 2026 16:00  o  the upgrade",
            "Tue 26 May 2026 09:00  *  this claim",
            "Fri 29 May 2026 24:00  |  end of the 7 calendar days after the upgrade (B1)",
            "Fri 29 May 2026 24:00  !  receipt is confirmed by then"),
        rows(B, refund("2026-05-26T09:00:00+05:30"), facts));
  }

  @Test
  void noticeBeforeAnEvent_isDrawnBeforeIt() {
    Facts facts =
        plan(Term.MONTHLY, "2026-01-06T00:00:00-05:00")
            .at(Event.RENEWS_AT, at("2026-07-06T00:00:00-04:00"))
            .build();
    Claim claim =
        Claim.withAllEvidence(
            ClaimKind.CANCEL, Reason.UNSPECIFIED, at("2026-06-27T00:00:00-04:00"));

    assertEquals(
        List.of(
            "Tue 06 Jan 2026 00:00  o  the purchase",
            "Fri 26 Jun 2026 24:00  |  end of the 5 business days before the renewal (D1)",
            "Sat 27 Jun 2026 00:00  *  this claim",
            "Mon 06 Jul 2026 00:00  o  the renewal",
            "Wed 05 Aug 2026 24:00  !  the cancellation takes effect"),
        rows(D, claim, facts));
  }

  @Test
  void missedWindow_isDrawnWithTheClauseThatMissedIt() {
    Facts facts = plan(Term.MONTHLY, "2026-04-27T09:15:00+05:30").usage(uses(3)).build();

    assertEquals(
        "Mon 04 May 2026 24:00  |  end of the 7 calendar days after the purchase (B1, B2)",
        rows(B, refund("2026-05-06T09:00:00+05:30"), facts).get(1));
  }
}
