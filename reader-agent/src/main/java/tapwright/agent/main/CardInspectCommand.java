package tapwright.agent.main;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.encode.TagPresentation;
import tapwright.core.tag.TagFindings;

/** Says what a card is, how it is set and what it holds. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Says in words what a card is, how it is set and what it holds.")
final class CardInspectCommand implements Callable<Integer> {

  @ParentCommand private CardCommand card;
  @Mixin private CardOnReader onReader;

  @Override
  public Integer call() {
    return onReader.with(card, this::inspect);
  }

  private int inspect(TagPresentation tag) {
    TagFindings found = tag.findings();
    return found
        .unrecognised()
        .map(why -> card.console().refused(why, onReader.json()))
        .orElseGet(() -> report(Inspection.of(found)));
  }

  private int report(Inspection found) {
    if (onReader.json()) {
      card.console().json(found);
    } else {
      found.lines().forEach(card.console()::line);
    }
    return Console.DONE;
  }
}
