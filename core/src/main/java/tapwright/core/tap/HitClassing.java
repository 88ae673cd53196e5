package tapwright.core.tap;

import java.util.Optional;
import tapwright.core.Checked;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.PiccData;
import tapwright.core.tag.dna.SunKeys;
import tapwright.core.tag.dna.SunMessage;

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
    return lookOfAMachine(hit)
        .map(reason -> Verdict.bare(HitClass.PREVIEW, reason))
        .orElseGet(() -> visit(hit, chip));
  }

  /** Whether no person looks; the request alone tells, whatever the card and the chip say. */
  public boolean isPreview(Hit hit) {
    return lookOfAMachine(hit).isPresent();
  }

  private Optional<Reason> lookOfAMachine(Hit hit) {
    if (hit.head()) {
      return Optional.of(Reason.HEAD_REQUEST);
    }
    if (fetchesAhead(hit.purpose())) {
      return Optional.of(Reason.PREFETCH);
    }
    if (fetchesForAPage(hit.purpose())) {
      return Optional.of(Reason.NO_VISIT);
    }
    return previewAgents.match(hit.agent()) ? Optional.of(Reason.PREVIEW_AGENT) : Optional.empty();
  }

  private static Verdict visit(Hit hit, ChipOnRecord chip) {
    return switch (hit.link()) {
      case PRINT -> bare(hit, HitClass.SCAN, Reason.PRINT_LINK);
      case SHARE -> bare(hit, HitClass.SHARE, Reason.SHARE_PAGE);
      case CONTACT -> bare(hit, HitClass.SHARE, Reason.CONTACT_SAVED);
      case CHIP ->
          chip.keys().map(keys -> signed(hit, chip, keys)).orElseGet(() -> unsigned(hit, chip));
    };
  }

  /** A chip that signs: what it mirrors for all to read proves nothing, and is not looked at. */
  private static Verdict signed(Hit hit, ChipOnRecord chip, SunKeys keys) {
    ChipParameters written = hit.written();
    if (!written.isSigned()) {
      return bare(hit, HitClass.REPLAY, Reason.SIGNATURE_MISSING);
    }
    return switch (SunMessage.enciphered(written.enciphered(), written.code())) {
      case Checked.Refused<SunMessage> malformed ->
          Verdict.bare(HitClass.FORGED, Reason.SIGNATURE_MALFORMED);
      case Checked.Passed<SunMessage>(SunMessage message) ->
          message.isPlaceholder()
              ? bare(hit, HitClass.REPLAY, Reason.SIGNATURE_MISSING)
              : verified(message.verify(keys), chip);
    };
  }

  private static Verdict verified(Checked<PiccData> message, ChipOnRecord chip) {
    return switch (message) {
      case Checked.Refused<PiccData> wrong -> Verdict.bare(HitClass.FORGED, Reason.SIGNATURE_WRONG);
      case Checked.Passed<PiccData>(PiccData data) ->
          counted(new Read(Assurance.SIGNED, data.uid(), data.counter()), chip);
    };
  }

  private static Verdict unsigned(Hit hit, ChipOnRecord chip) {
    String text = hit.written().mirror();
    Optional<Mirror> mirror = Mirror.parse(text);
    if (mirror.isEmpty() && !text.isEmpty()) {
      return new Verdict(
          HitClass.FORGED, Assurance.MIRRORED, Reason.MIRROR_MALFORMED, Verdict.NO_COUNTER);
    }
    return mirror
        .filter(filled -> !filled.isPlaceholder())
        .map(filled -> new Read(Assurance.MIRRORED, filled.uid(), filled.counter()))
        .map(read -> counted(read, chip))
        .orElseGet(() -> unmarked(hit, chip));
  }

  /** Whose read of which chip is known. */
  private static Verdict counted(Read read, ChipOnRecord chip) {
    if (!chip.uid().equals(Optional.of(read.uid()))) {
      return read.is(HitClass.FORGED, Reason.UID_OF_ANOTHER_CHIP);
    }
    Verdict tap = read.is(HitClass.TAP, Reason.NEW_COUNTER);
    return read.counter() <= chip.counterBaseline() ? tap.replay(Reason.STATION_READ) : tap;
  }

  /** The chip's link with nothing in it that the chip wrote. */
  private static Verdict unmarked(Hit hit, ChipOnRecord chip) {
    return chip.counts()
        ? bare(hit, HitClass.REPLAY, Reason.MIRROR_MISSING)
        : bare(hit, HitClass.TAP, Reason.CHIP_LINK);
  }

  private static Verdict bare(Hit hit, HitClass hitClass, Reason reason) {
    return hit.repeats()
        ? Verdict.bare(HitClass.REPEAT, Reason.SAME_BROWSER)
        : Verdict.bare(hitClass, reason);
  }

  /**
   * Sec-Purpose {@code prefetch} and {@code prefetch;prerender} (Fetch standard), Purpose {@code
   * prefetch} (older Chrome), X-Moz {@code prefetch} (older Firefox), Purpose and X-Purpose {@code
   * preview} (Safari's Top Sites).
   */
  private static boolean fetchesAhead(String purpose) {
    return !purpose.isEmpty()
        && (purpose.contains("prefetch")
            || purpose.contains("prerender")
            || purpose.contains("preview"));
  }

  /**
   * Sec-Fetch-Mode other than {@code navigate}: {@code cors}, {@code no-cors}, {@code same-origin},
   * {@code websocket} (Fetch Metadata Request Headers, section 2.2). A picture, a script or a call
   * of another page; what comes back is not shown as a page. Older browsers do not say.
   */
  private static boolean fetchesForAPage(String purpose) {
    return purpose.contains("cors")
        || purpose.contains("same-origin")
        || purpose.contains("websocket");
  }

  /** One read of a chip, as the link tells it. */
  private record Read(Assurance assurance, Uid uid, int counter) {

    Verdict is(HitClass hitClass, Reason reason) {
      return new Verdict(hitClass, assurance, reason, counter);
    }
  }
}
