package tapwright.agent.main;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.TagPresentation;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** Writes a link, a contact or both onto a card and reads them back. */
@Command(
    name = "write",
    mixinStandardHelpOptions = true,
    description = "Writes a link, a contact or both, and reads them back byte for byte.")
final class CardWriteCommand implements Callable<Integer> {

  @ParentCommand private CardCommand card;
  @Mixin private CardOnReader onReader;
  @Mixin private CardContent content;

  @Override
  public Integer call() {
    return switch (content.request()) {
      case Checked.Passed<EncodeRequest>(EncodeRequest request) ->
          onReader.with(card, tag -> write(tag, request));
      case Checked.Refused<EncodeRequest>(Refusal refusal) ->
          card.console().refused(refusal, onReader.json());
    };
  }

  private int write(TagPresentation tag, EncodeRequest request) {
    return switch (tag.encode(request, card.surroundings().writes())) {
      case EncodeOutcome.Verified verified -> report(Written.of(tag, verified));
      case EncodeOutcome.Refused(Refusal refusal) ->
          card.console().refused(refusal, onReader.json());
    };
  }

  private int report(Written written) {
    if (onReader.json()) {
      card.console().json(written);
    } else {
      card.console()
          .line(
              "%s %s holds %d bytes, read back and equal: %d pages written, %d exchanges (floor %d), %d ms"
                  .formatted(
                      written.chip(),
                      written.uid(),
                      written.bytes(),
                      written.pagesWritten(),
                      written.exchanges(),
                      written.floor(),
                      written.millis()));
    }
    return Console.DONE;
  }

  /**
   * The result in the command's JSON.
   *
   * @param exchanges what this tag took, without finding out what the reader can do
   * @param probeExchanges what that took
   * @param floor the fewest exchanges for a blank chip of this model
   * @param counterBaseline only with a mirror
   */
  record Written(
      String uid,
      String chip,
      int bytes,
      int pagesWritten,
      int exchanges,
      int probeExchanges,
      int floor,
      boolean verified,
      @Nullable Integer counterBaseline,
      long millis) {

    static Written of(TagPresentation tag, EncodeOutcome.Verified outcome) {
      return new Written(
          tag.uid().toString(),
          tag.modelName(),
          outcome.message().size(),
          outcome.pagesWritten(),
          outcome.exchanges(),
          tag.probeExchanges(),
          tag.floor(outcome.message()).orThrow(),
          true,
          outcome.counterBaseline(),
          outcome.millis());
    }
  }
}
