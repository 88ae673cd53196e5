package tapwright.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a situation is left open on purpose, to find every cell that it can fall into.
 *
 * @param cells the values that stand for all others
 * @param open the facts that are not settled yet
 */
record Sketch(Cells cells, Set<Fact> open) {

  Sketch {
    open = Set.copyOf(open);
  }

  /** After any window that starts with the first day of a pack, at an hour that is no boundary. */
  private static final Duration INTO_THE_VERSION =
      Duration.ofDays(401).plusHours(13).plusMinutes(37);

  private static final Instant WITHOUT_START = Instant.parse("2026-06-17T10:37:00Z");

  /** A claim of which only its kind is known. */
  static Situation blank(Pack pack, ClaimKind kind) {
    return blank(pack, kind, Cells.of(pack.deciding(kind), pack.gaps(kind)));
  }

  /** A claim of which only its kind is known, told apart by these cells. */
  static Situation blank(Pack pack, ClaimKind kind, Cells cells) {
    Instant at = pack.inForce().isEmpty() ? WITHOUT_START : pack.start().plus(INTO_THE_VERSION);
    Calendar calendar = pack.calendar();
    return new Situation(
            pack,
            calendar.completeIn(calendar.zone(), calendar.week()),
            Claim.withAllEvidence(kind, Reason.UNSPECIFIED, at),
            Facts.builder().build())
        .leavingOpen(new Sketch(cells, everyFact()));
  }

  /** All that conditions can read beside the kind of the claim. */
  private static Set<Fact> everyFact() {
    return Stream.<Stream<? extends Fact>>of(
            Choice.ALL.stream().filter(choice -> choice != Choice.CLAIM),
            Flag.ALL.stream(),
            Event.ALL.stream(),
            Stream.of(Fact.Uses.USES))
        .flatMap(facts -> facts)
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean isOpen(Fact fact) {
    return open.contains(fact);
  }

  Sketch without(Fact fact) {
    Set<Fact> left = new LinkedHashSet<>(open);
    left.remove(fact);
    return new Sketch(cells, left);
  }
}
