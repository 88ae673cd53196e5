package tapwright.agent.main.card;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.PlannedStep;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.TagSecrets;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.main.console.Counted;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** Empties a card, so that it can be written as one from the factory. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description =
        "Empties a card: no message, all data zero, no mirror; no password and no keys of its own"
            + " when they are given.")
final class CardEraseCommand implements Callable<Integer> {

  @ParentCommand private CardCommand card;
  @Mixin private CardChange change;
  @Mixin private CardSecrets secrets;

  @Override
  public Integer call() {
    return switch (secrets.read(card.console())) {
      case Checked.Passed<TagSecrets>(TagSecrets given) -> change.with(card, new Erasing(given));
      case Checked.Refused<TagSecrets>(Refusal refusal) ->
          card.console().refused(refusal, change.json());
    };
  }

  private static final class Erasing implements CardChange.Change {

    private final TagSecrets secrets;

    Erasing(TagSecrets secrets) {
      this.secrets = secrets;
    }

    @Override
    public Bytes message(TagPresentation tag) {
      return Bytes.EMPTY;
    }

    @Override
    public Checked<List<PlannedStep>> plan(TagPresentation tag) {
      return tag.planOfErasing(secrets);
    }

    @Override
    public EncodeOutcome make(TagPresentation tag, WriteRecord record) {
      return tag.erase(secrets, record);
    }

    @Override
    public boolean isLasting() {
      return false;
    }

    @Override
    public String text(ChangedCard changed) {
      return "%s %s is empty, read back and equal: %s written%s"
          .formatted(
              changed.chip(),
              changed.uid(),
              Counted.of(changed.pagesWritten(), "page"),
              secrets.keys().isPresent() ? "; its keys are the factory's again" : "");
    }
  }
}
