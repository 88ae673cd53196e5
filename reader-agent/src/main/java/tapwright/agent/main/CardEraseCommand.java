package tapwright.agent.main;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.PlannedStep;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.WriteRecord;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.TagPassword;

/** Empties a card, so that it can be written as one from the factory. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description =
        "Empties a card: no message, all data zero, no mirror, and no password when it is given.")
final class CardEraseCommand implements Callable<Integer> {

  @ParentCommand private CardCommand card;
  @Mixin private CardChange change;
  @Mixin private CardPassword password;

  @Override
  public Integer call() {
    return switch (password.read(card.console())) {
      case Checked.Passed<Optional<TagPassword>>(Optional<TagPassword> secret) ->
          change.with(card, new Erasing(secret));
      case Checked.Refused<Optional<TagPassword>>(Refusal refusal) ->
          card.console().refused(refusal, change.json());
    };
  }

  private static final class Erasing implements CardChange.Change {

    private final Optional<TagPassword> secret;

    Erasing(Optional<TagPassword> secret) {
      this.secret = secret;
    }

    @Override
    public Bytes message(TagPresentation tag) {
      return Bytes.EMPTY;
    }

    @Override
    public Checked<List<PlannedStep>> plan(TagPresentation tag) {
      return tag.planOfErasing(secret);
    }

    @Override
    public EncodeOutcome make(TagPresentation tag, WriteRecord record) {
      return tag.erase(secret, record);
    }

    @Override
    public String text(ChangedCard changed) {
      return "%s %s is empty, read back and equal: %d pages written"
          .formatted(changed.chip(), changed.uid(), changed.pagesWritten());
    }
  }
}
