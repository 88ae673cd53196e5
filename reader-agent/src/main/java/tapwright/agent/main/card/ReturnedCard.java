package tapwright.agent.main.card;

import java.util.List;
import java.util.Optional;
import tapwright.agent.encode.TagPresentation;
import tapwright.core.tag.inspect.Diagnosis;
import tapwright.core.tag.inspect.Match;
import tapwright.core.tag.inspect.Origin;
import tapwright.core.tag.inspect.TagFindings;

/**
 * A card that came back, as it was found and judged.
 *
 * @param diagnosis what is to be thought of it
 * @param lines the same for staff, with what it shows
 */
public record ReturnedCard(TagFindings found, Diagnosis diagnosis, List<String> lines) {

  public ReturnedCard {
    lines = List.copyOf(lines);
  }

  /** The card beside what is known of where it comes from. */
  public static ReturnedCard of(TagPresentation tag, TagFindings found, Origin origin) {
    Match match = new SeenContent(tag, found).beside(Optional.empty(), origin);
    return new ReturnedCard(
        found,
        Diagnosis.of(found, match, origin.ownership()),
        Inspection.of(found, match, origin.ownership()).lines());
  }
}
