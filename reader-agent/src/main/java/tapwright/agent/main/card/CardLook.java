package tapwright.agent.main.card;

import java.time.Duration;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.encode.reader.TagEncodingReader;
import tapwright.agent.main.console.Console;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.inspect.Showing;
import tapwright.core.tag.inspect.TagFindings;

/**
 * A card looked at twice, with the field off in between, so that places that fail now and then
 * show.
 *
 * @param secret its password, for a card that does not let itself be read without
 */
public record CardLook(Console console, WriteRecord writes, Optional<TagPassword> secret) {

  /** Looks and gives the exit code of what is done with the findings. */
  public int twice(
      TagPresentation tag,
      TagEncodingReader reader,
      ToIntBiFunction<TagPresentation, TagFindings> report) {
    TagFindings first = tag.findings(secret, writes);
    if (isUnreadable(first)) {
      return report.applyAsInt(tag, first);
    }
    tag.cycleField();
    Optional<TagPresentation> again = reader.awaitTag(Duration.ZERO);
    if (again.isEmpty()) {
      return console.failed("the card was lifted; lay it there and start again");
    }
    try (TagPresentation second = again.get()) {
      return second.uid().equals(tag.uid())
          ? report.applyAsInt(second, first.besides(second.findings(secret, writes)))
          : console.failed(
              "card "
                  + second.uid()
                  + " lies there instead of "
                  + tag.uid()
                  + "; leave one there and start again");
    }
  }

  /** Whether a second look would tell nothing more. */
  static boolean isUnreadable(TagFindings found) {
    return found.unrecognised().isPresent() || found.showing() instanceof Showing.Hidden;
  }
}
