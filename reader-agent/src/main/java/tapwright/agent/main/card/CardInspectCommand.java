package tapwright.agent.main.card;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.reader.TagEncodingReader;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.emulate.EmulateOptions;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.Uid;
import tapwright.core.tag.inspect.Flaw;
import tapwright.core.tag.inspect.Match;
import tapwright.core.tag.inspect.Origin;
import tapwright.core.tag.inspect.Ownership;
import tapwright.core.tag.inspect.TagFindings;

/** Says in words what a card is, how it is set, what it holds and what is to be thought of it. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description =
        "Says what a card is, how it is set, what it holds and whether it is as it should.",
    footer = "Exit code 1 when the card is defective, tampered with or not the order's.")
final class CardInspectCommand implements Callable<Integer> {

  @ParentCommand private CardCommand card;
  @Mixin private CardOnReader onReader;
  @Mixin private OrderedContent ordered;
  @Mixin private CardPassword password;

  @Option(
      names = "--uid",
      paramLabel = "UID",
      converter = EmulateOptions.UidConverter.class,
      description = "The UID of the order's card; without it the journal is asked.")
  private @Nullable Uid uid;

  @Option(
      names = "--write-test",
      description = "Try every open page out; the card must lie still until the end.")
  private boolean writeTest;

  @Override
  public Integer call() {
    return switch (ordered.request()) {
      case Checked.Passed<Optional<EncodeRequest>>(Optional<EncodeRequest> order) -> inspect(order);
      case Checked.Refused<Optional<EncodeRequest>>(Refusal refusal) ->
          card.console().refused(refusal, onReader.json());
    };
  }

  private int inspect(Optional<EncodeRequest> order) {
    return switch (password.read(card.console())) {
      case Checked.Passed<Optional<TagPassword>>(Optional<TagPassword> secret) ->
          onReader.with(card, (tag, reader) -> inspect(order, secret, tag, reader));
      case Checked.Refused<Optional<TagPassword>>(Refusal refusal) ->
          card.console().refused(refusal, onReader.json());
    };
  }

  private int inspect(
      Optional<EncodeRequest> order,
      Optional<TagPassword> secret,
      TagPresentation tag,
      TagEncodingReader reader) {
    BegunCard.note(card, tag);
    return new CardLook(card.console(), card.surroundings().writes(), secret)
        .twice(
            tag,
            reader,
            (seen, found) ->
                writeTest && !CardLook.isUnreadable(found)
                    ? tested(seen, secret, found, order)
                    : report(seen, found, order));
  }

  private int tested(
      TagPresentation tag,
      Optional<TagPassword> secret,
      TagFindings found,
      Optional<EncodeRequest> order) {
    card.console()
        .note(
            "writing every open page of the card twice: do not lift it, else it is empty and has to"
                + " be written again");
    return switch (tag.testWriting(secret, card.surroundings().writes())) {
      case Checked.Passed<List<Flaw>>(List<Flaw> flaws) ->
          report(tag, found.withFlaws(flaws), order);
      case Checked.Refused<List<Flaw>>(Refusal refusal) -> {
        card.console().note("not tried out by writing: " + refusal.message());
        yield report(tag, found, order);
      }
    };
  }

  private int report(TagPresentation tag, TagFindings found, Optional<EncodeRequest> order) {
    Origin origin = origin(found.uid(), order.map(EncodeRequest::messages).orElse(List.of()));
    Match match = new SeenContent(tag, found).beside(order, origin);
    Inspection inspection = Inspection.of(found, match, origin.ownership());
    if (onReader.json()) {
      card.console().json(inspection);
    } else {
      inspection.lines().forEach(card.console()::line);
    }
    return inspection.isBad() ? Console.NO : Console.DONE;
  }

  private Origin origin(Uid seen, List<Bytes> messages) {
    Origin journaled = card.surroundings().writes().originOf(seen, messages);
    if (uid == null) {
      return journaled;
    }
    Ownership ownership = uid.equals(seen) ? Ownership.OURS : Ownership.ANOTHERS;
    return new Origin(ownership, journaled.written());
  }
}
