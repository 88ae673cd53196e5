package tapwright.agent.main.card;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.TagContent;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.main.console.Console;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.TagPassword;

/** Compares a card with what it should hold. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Compares a card with what it should hold, byte for byte; 1 when it differs.")
final class CardVerifyCommand implements Callable<Integer> {

  @ParentCommand private CardCommand card;
  @Mixin private CardOnReader onReader;
  @Mixin private CardContent content;
  @Mixin private CardPassword password;

  @Override
  public Integer call() {
    return switch (content.request()) {
      case Checked.Passed<EncodeRequest>(EncodeRequest request) -> verify(request);
      case Checked.Refused<EncodeRequest>(Refusal refusal) ->
          card.console().refused(refusal, onReader.json());
    };
  }

  private int verify(EncodeRequest wanted) {
    return switch (password.read(card.console())) {
      case Checked.Passed<Optional<TagPassword>>(Optional<TagPassword> secret) ->
          onReader.with(card, tag -> verify(tag, secret, wanted));
      case Checked.Refused<Optional<TagPassword>>(Refusal refusal) ->
          card.console().refused(refusal, onReader.json());
    };
  }

  private int verify(TagPresentation tag, Optional<TagPassword> secret, EncodeRequest wanted) {
    BegunCard.note(card, tag);
    Bytes message = wanted.messages().getFirst();
    Checked<Comparison> compared =
        tag.content(secret, card.surroundings().writes())
            .map(seen -> Comparison.of(tag, seen, message))
            .then(it -> it.verified() ? isLive(tag, it, wanted) : Checked.passed(it));
    return switch (compared) {
      case Checked.Passed<Comparison>(Comparison comparison) -> report(comparison);
      case Checked.Refused<Comparison>(Refusal refusal) ->
          card.console().refused(refusal, onReader.json());
    };
  }

  /** Text that a chip would fill in can be written as it is: then the chip never counts. */
  private static Checked<Comparison> isLive(
      TagPresentation tag, Comparison equal, EncodeRequest wanted) {
    return tag.live(wanted.messages().getFirst(), wanted.counting()).map(live -> equal);
  }

  private int report(Comparison comparison) {
    if (onReader.json()) {
      card.console().json(comparison);
    } else {
      card.console().line(comparison.text());
    }
    return comparison.verified() ? Console.DONE : Console.NO;
  }

  /**
   * The result in the command's JSON.
   *
   * @param firstDifference index in the message; null when it is equal
   */
  record Comparison(
      String uid,
      String chip,
      boolean verified,
      int bytes,
      int wantedBytes,
      @Nullable Integer firstDifference) {

    static Comparison of(TagPresentation tag, TagContent seen, Bytes wanted) {
      int difference = seen.firstDifference(wanted);
      return new Comparison(
          tag.uid().toString(),
          tag.modelName(),
          difference == TagContent.EQUAL,
          seen.message().size(),
          wanted.size(),
          difference == TagContent.EQUAL ? null : difference);
    }

    String text() {
      return verified
          ? "%s %s holds these %d bytes".formatted(chip, uid, bytes)
          : "%s %s differs from byte %d of the message on; it has %d bytes, wanted are %d"
              .formatted(chip, uid, firstDifference, bytes, wantedBytes);
    }
  }
}
