package tapwright.agent.main.card;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.encode.TagContent;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.Counted;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.ndef.SignedCode;
import tapwright.core.tag.TagPassword;

/** Reads a card's message and prints its records. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Reads a card's message and prints its records.")
final class CardReadCommand implements Callable<Integer> {

  @ParentCommand private CardCommand card;
  @Mixin private CardOnReader onReader;
  @Mixin private CardPassword password;

  @Override
  public Integer call() {
    return switch (password.read(card.console())) {
      case Checked.Passed<Optional<TagPassword>>(Optional<TagPassword> secret) ->
          onReader.with(card, tag -> read(tag, secret));
      case Checked.Refused<Optional<TagPassword>>(Refusal refusal) ->
          card.console().refused(refusal, onReader.json());
    };
  }

  private int read(TagPresentation tag, Optional<TagPassword> secret) {
    BegunCard.note(card, tag);
    Checked<Content> content =
        tag.content(secret, card.surroundings().writes())
            .map(TagContent::message)
            .then(message -> contentOf(tag, message));
    return switch (content) {
      case Checked.Passed<Content>(Content read) -> {
        tag.unwritable().map(CardReadCommand::readOnly).ifPresent(card.console()::note);
        yield report(read);
      }
      case Checked.Refused<Content>(Refusal refusal) ->
          card.console().refused(refusal, onReader.json());
    };
  }

  private static String readOnly(Refusal why) {
    return "the card is read and never written: " + why.message();
  }

  private static Checked<Content> contentOf(TagPresentation tag, Bytes message) {
    return NdefMessage.decode(message)
        .map(
            decoded ->
                new Content(
                    tag.uid().toString(),
                    tag.modelName(),
                    message.size(),
                    decoded.records().stream().map(ShownRecord::of).toList(),
                    SignedCode.zeroedIn(message).toHex()));
  }

  private int report(Content content) {
    if (onReader.json()) {
      card.console().json(content);
    } else {
      card.console()
          .line(
              "%s %s, %s"
                  .formatted(content.chip(), content.uid(), Counted.of(content.bytes(), "byte")));
      content.records().forEach(record -> card.console().line(record.text()));
      card.console().line("message " + content.message());
    }
    return Console.DONE;
  }

  /**
   * The result in the command's JSON.
   *
   * @param message in hexadecimal digits, as it was read; the code of a signed link as zeros
   */
  record Content(String uid, String chip, int bytes, List<ShownRecord> records, String message) {}
}
