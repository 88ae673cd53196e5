package tapwright.agent.main.card;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.PlannedStep;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.TagSecrets;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.main.console.Counted;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagPassword;

/** Writes a link, a contact or both onto a card and reads them back. */
@Command(
    name = "write",
    mixinStandardHelpOptions = true,
    description = "Writes a link, a contact or both, and reads them back byte for byte.")
public final class CardWriteCommand implements Callable<Integer> {

  @ParentCommand private CardCommand card;
  @Mixin private CardChange change;
  @Mixin private CardContent content;
  @Mixin private CardSecrets secrets;

  @Option(
      names = "--lock",
      description = "Make the card read-only for ever, once it was read back equal.")
  private boolean lock;

  @Override
  public Integer call() {
    return switch (content.request().then(this::finished)) {
      case Checked.Passed<EncodeRequest>(EncodeRequest request) ->
          change.with(card, new Writing(request));
      case Checked.Refused<EncodeRequest>(Refusal refusal) ->
          card.console().refused(refusal, change.json());
    };
  }

  private Checked<EncodeRequest> finished(EncodeRequest request) {
    return secrets
        .read(card.console())
        .map(given -> finish(lock, given))
        .map(finish -> new EncodeRequest(request.messages(), request.counting(), finish));
  }

  static Finish finish(boolean lock, TagSecrets given) {
    return finish(lock, given.password()).withKeys(given.keys());
  }

  /** What is done with a card at the end; phones read it without a password all the same. */
  public static Finish finish(boolean lock, Optional<TagPassword> secret) {
    return new Finish(lock, secret.map(PasswordSetting::forWriting), Optional.empty());
  }

  private static final class Writing implements CardChange.Change {

    private final EncodeRequest request;

    Writing(EncodeRequest request) {
      this.request = request;
    }

    @Override
    public Bytes message(TagPresentation tag) {
      return request.messages().getFirst();
    }

    @Override
    public Checked<List<PlannedStep>> plan(TagPresentation tag) {
      return tag.plan(request);
    }

    @Override
    public EncodeOutcome make(TagPresentation tag, WriteRecord record) {
      return tag.encode(request, record);
    }

    @Override
    public boolean isLasting() {
      return !request.finish().isOpen();
    }

    @Override
    public String text(ChangedCard changed) {
      return "%s %s holds %s, read back and equal: %s written, %s (floor %d), %d ms%s"
          .formatted(
              changed.chip(),
              changed.uid(),
              Counted.of(changed.bytes(), "byte"),
              Counted.of(changed.pagesWritten(), "page"),
              Counted.of(changed.exchanges(), "exchange"),
              changed.floor(),
              changed.millis(),
              changed.finishText());
    }
  }
}
