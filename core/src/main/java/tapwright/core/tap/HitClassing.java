package tapwright.core.tap;

import java.util.Optional;

/**
 * The rule by which hits are classed.
 *
 * <p>The order is fixed: a machine's look is a preview whatever it carries, so that no preview ever
 * uses a counter up; then what the chip says; then what the link alone says.
 */
public final class HitClassing {

  private final PreviewAgents previewAgents;

  public HitClassing(PreviewAgents previewAgents) {
    this.previewAgents = previewAgents;
  }

  /** What the hit is; see {@link Verdict#usesCounter()} for what is left to the record. */
  public Verdict classify(Hit hit, ChipOnRecord chip) {
    if (hit.head()) {
      return Verdict.bare(HitClass.PREVIEW, Reason.HEAD_REQUEST);
    }
    if (fetchesAhead(hit.purpose())) {
      return Verdict.bare(HitClass.PREVIEW, Reason.PREFETCH);
    }
    if (previewAgents.match(hit.agent())) {
      return Verdict.bare(HitClass.PREVIEW, Reason.PREVIEW_AGENT);
    }
    return hit.link() == LinkKind.CHIP && !hit.mirror().isEmpty()
        ? mirrored(hit, chip)
        : bare(hit, chip);
  }

  private static Verdict mirrored(Hit hit, ChipOnRecord chip) {
    Optional<Mirror> mirror = Mirror.parse(hit.mirror());
    if (mirror.isEmpty()) {
      return Verdict.mirrored(HitClass.FORGED, Reason.MIRROR_MALFORMED);
    }
    if (mirror.get().isPlaceholder()) {
      return bare(hit, chip);
    }
    if (!mirror.map(Mirror::uid).equals(chip.uid())) {
      return Verdict.mirrored(HitClass.FORGED, Reason.UID_OF_ANOTHER_CHIP);
    }
    if (mirror.get().counter() <= chip.counterBaseline()) {
      return Verdict.mirrored(HitClass.REPLAY, Reason.STATION_READ);
    }
    return Verdict.mirrored(HitClass.TAP, Reason.NEW_COUNTER);
  }

  private static Verdict bare(Hit hit, ChipOnRecord chip) {
    if (hit.repeats()) {
      return Verdict.bare(HitClass.REPEAT, Reason.SAME_BROWSER);
    }
    return switch (hit.link()) {
      case PRINT -> Verdict.bare(HitClass.SCAN, Reason.PRINT_LINK);
      case CHIP ->
          chip.mirrors()
              ? Verdict.bare(HitClass.REPLAY, Reason.MIRROR_MISSING)
              : Verdict.bare(HitClass.TAP, Reason.CHIP_LINK);
    };
  }

  /**
   * Sec-Purpose {@code prefetch} and {@code prefetch;prerender} (Fetch standard), Purpose {@code
   * prefetch} (older Chrome), X-Moz {@code prefetch} (older Firefox), Purpose {@code preview}
   * (Safari's Top Sites).
   */
  private static boolean fetchesAhead(String purpose) {
    return !purpose.isEmpty()
        && (purpose.contains("prefetch")
            || purpose.contains("prerender")
            || purpose.contains("preview"));
  }
}
