package tapwright.agent.main.card;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.PlannedStep;
import tapwright.agent.encode.TagContent;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.main.console.Counted;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** Makes a card read-only for ever, with the message that it shows. */
@Command(
    name = "lock",
    mixinStandardHelpOptions = true,
    description = "Makes a card read-only for ever, with the message that it shows.")
final class CardLockCommand implements Callable<Integer> {

  @ParentCommand private CardCommand card;
  @Mixin private CardChange change;
  @Mixin private CardSecrets secrets;

  @Override
  public Integer call() {
    return switch (finish()) {
      case Checked.Passed<Finish>(Finish finish) -> change.with(card, new Locking(finish));
      case Checked.Refused<Finish>(Refusal refusal) ->
          card.console().refused(refusal, change.json());
    };
  }

  private Checked<Finish> finish() {
    return secrets.read(card.console()).map(given -> CardWriteCommand.finish(true, given));
  }

  private static final class Locking implements CardChange.Change {

    private final Finish finish;

    Locking(Finish finish) {
      this.finish = finish;
    }

    @Override
    public Bytes message(TagPresentation tag) {
      return tag.content() instanceof Checked.Passed<TagContent>(TagContent content)
          ? content.asStored()
          : Bytes.EMPTY;
    }

    @Override
    public Checked<List<PlannedStep>> plan(TagPresentation tag) {
      return tag.planOfFinish(finish);
    }

    @Override
    public EncodeOutcome make(TagPresentation tag, WriteRecord record) {
      return tag.finish(finish, record);
    }

    @Override
    public boolean isLasting() {
      return true;
    }

    @Override
    public String text(ChangedCard changed) {
      return "%s %s keeps its %s: %s written%s"
          .formatted(
              changed.chip(),
              changed.uid(),
              Counted.of(changed.bytes(), "byte"),
              Counted.of(changed.pagesWritten(), "page"),
              changed.finishText());
    }
  }
}
