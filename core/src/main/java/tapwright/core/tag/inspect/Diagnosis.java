package tapwright.core.tag.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be thought of a card that came back, and why.
 *
 * @param verdict in one word
 * @param grounds every fact that was looked at, whether it speaks for the verdict or not
 * @param chipWorks the fact {@code chipTest} of a claim: whether the memory does what memory does;
 *     empty where that could not be told
 * @param contentMatchesOrder the fact of that name of a claim; empty where nothing was compared
 */
public record Diagnosis(
    Verdict verdict,
    List<Ground> grounds,
    Optional<Boolean> chipWorks,
    Optional<Boolean> contentMatchesOrder) {

  /** The one word. */
  public enum Verdict {
    /** It shows a message as it should. */
    WORKS("works"),
    /** Its memory fails. */
    DEFECTIVE("defective"),
    /** Somebody has changed it since it was made. */
    TAMPERED("tampered"),
    /** It is no card of the order. */
    NOT_OURS("not-ours"),
    /** The facts bear none of these out; a claim is not to rest on this card. */
    UNKNOWN("unknown");

    private final String code;

    Verdict(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  public Diagnosis {
    grounds = List.copyOf(grounds);
  }

  /**
   * The diagnosis from what was found, what was ordered and whose the UID is.
   *
   * <p>A card of ours was read back equal before it left. What it shows now was therefore changed
   * since: by its memory where nobody can write to it, or where its pages fail; by somebody where
   * it shows another message or none, since memory does not fail into those; and by either where it
   * shows broken bytes. A signature decides nothing: it is told beside the rest.
   */
  public static Diagnosis of(TagFindings found, Match match, Ownership ownership) {
    return new Diagnosis(
        verdict(found, match, ownership),
        grounds(found, match, ownership),
        chipWorks(found, match, ownership),
        contentMatches(found.showing(), match));
  }

  private static Verdict verdict(TagFindings found, Match match, Ownership ownership) {
    if (found.unrecognised().isPresent() || ownership == Ownership.ANOTHERS) {
      return Verdict.NOT_OURS;
    }
    if (!found.flaws().isEmpty()) {
      return Verdict.DEFECTIVE;
    }
    if (isAsItShould(found.showing(), match)) {
      return Verdict.WORKS;
    }
    return switch (ownership) {
      case OURS -> changed(found);
      case EMPTIED -> found.showing() instanceof Showing.Empty ? Verdict.UNKNOWN : changed(found);
      case ANOTHERS, REWRITTEN, BEGUN, UNREAD, UNKNOWN -> Verdict.UNKNOWN;
    };
  }

  private static boolean isAsItShould(Showing showing, Match match) {
    return showing instanceof Showing.Message && match.isEqual().orElse(true);
  }

  /** A card of ours that does not show what it did. */
  private static Verdict changed(TagFindings found) {
    return switch (found.showing()) {
      case Showing.Message other -> Verdict.TAMPERED;
      case Showing.Empty empty -> lockedOr(Verdict.TAMPERED, found.openness());
      case Showing.Broken broken -> lockedOr(Verdict.UNKNOWN, found.openness());
      case Showing.Hidden hidden -> Verdict.TAMPERED;
    };
  }

  private static Verdict lockedOr(Verdict open, Openness openness) {
    return openness == Openness.NOBODY ? Verdict.DEFECTIVE : open;
  }

  private static List<Ground> grounds(TagFindings found, Match match, Ownership ownership) {
    List<Ground> grounds = new ArrayList<>();
    if (found.unrecognised().isPresent()) {
      grounds.add(Ground.chip(found.unrecognised().get()));
      return grounds;
    }
    grounds.add(Ground.of(found.showing(), match));
    found.flaws().stream().map(Ground::of).forEach(grounds::add);
    grounds.add(Ground.of(ownership, match));
    grounds.add(Ground.of(found.openness()));
    grounds.add(Ground.of(found.originality()));
    return grounds;
  }

  private static Optional<Boolean> chipWorks(TagFindings found, Match match, Ownership ownership) {
    return switch (verdict(found, match, ownership)) {
      case WORKS -> Optional.of(true);
      case DEFECTIVE -> Optional.of(false);
      case TAMPERED ->
          Optional.of(true).filter(yes -> !(found.showing() instanceof Showing.Hidden));
      case NOT_OURS, UNKNOWN -> Optional.empty();
    };
  }

  private static Optional<Boolean> contentMatches(Showing showing, Match match) {
    boolean unseen = showing instanceof Showing.Hidden;
    return match.isEqual().filter(equal -> equal || !unseen);
  }
}
