package tapwright.core.policy.check;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.pack.Cells;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Sketch;

/** The claims of which only the kind is known: where every walk through a pack starts. */
final class Blanks {

  /** Long after any window that starts with a pack's first day, at an hour that is no boundary. */
  private static final Duration INTO_THE_VERSION =
      Duration.ofDays(401).plusHours(13).plusMinutes(37);

  private static final Instant WITHOUT_START = Instant.parse("2026-06-17T10:37:00Z");

  private final Pack pack;
  private final Calendar calendar;
  private final Map<ClaimKind, Situation> byKind = new EnumMap<>(ClaimKind.class);

  Blanks(Pack pack) {
    this.pack = pack;
    this.calendar = pack.calendar().completeIn(pack.calendar().zone(), pack.calendar().week());
  }

  Pack pack() {
    return pack;
  }

  /** Such a claim, told apart by what clauses and gaps of its kind tell apart. */
  Situation of(ClaimKind kind) {
    return byKind.computeIfAbsent(
        kind, each -> of(each, Cells.of(pack.deciding(each), pack.gaps(each))));
  }

  /** Such a claim, told apart by these cells. */
  Situation of(ClaimKind kind, Cells cells) {
    Instant at = pack.inForce().isEmpty() ? WITHOUT_START : pack.start().plus(INTO_THE_VERSION);
    Claim claim = Claim.withAllEvidence(kind, Reason.UNSPECIFIED, at);
    return new Situation(pack, calendar, claim, Facts.builder().build())
        .leavingOpen(Sketch.ofEverything(cells));
  }
}
