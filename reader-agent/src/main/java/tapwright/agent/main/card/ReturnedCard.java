package tapwright.agent.main.card;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tapwright.agent.encode.TagPresentation;
import tapwright.core.Bytes;
import tapwright.core.tag.inspect.Diagnosis;
import tapwright.core.tag.inspect.Match;
import tapwright.core.tag.inspect.Origin;
import tapwright.core.tag.inspect.Ownership;
import tapwright.core.tag.inspect.TagFindings;

/**
 * A card that came back, as it was found and judged.
 *
 * @param diagnosis what is to be thought of it
 * @param contentMatchesOrder whether it shows what it should; empty where nothing was compared, or
 *     where what it shows may be our own doing
 * @param lines the same for staff, without whom it speaks for
 */
public record ReturnedCard(
    TagFindings found,
    Diagnosis diagnosis,
    Optional<Boolean> contentMatchesOrder,
    List<String> lines) {

  public ReturnedCard {
    lines = List.copyOf(lines);
  }

  /**
   * The card beside what is known of where it comes from.
   *
   * @param origins where it comes from, by the SHA-256 of what it shows
   */
  public static ReturnedCard of(
      TagPresentation tag, TagFindings found, Function<Optional<String>, Origin> origins) {
    SeenContent seen = new SeenContent(tag, found);
    Origin origin = origins.apply(seen.written().map(Bytes::sha256).map(Bytes::toHex));
    Match match = seen.beside(Optional.empty(), origin);
    Diagnosis diagnosis = Diagnosis.of(found, match, origin.ownership());
    return new ReturnedCard(
        found,
        diagnosis,
        diagnosis.contentMatchesOrder().filter(known -> origin.ownership() == Ownership.OURS),
        Inspection.of(found, match, origin.ownership()).discreetLines(found.showing()));
  }
}
