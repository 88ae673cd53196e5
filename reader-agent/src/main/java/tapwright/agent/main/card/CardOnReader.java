package tapwright.agent.main.card;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.reader.TagEncodingReader;
import tapwright.agent.main.console.CommandRefusal;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.FileProblem;
import tapwright.agent.main.console.Surroundings;
import tapwright.agent.main.reader.OpenedReader;
import tapwright.agent.main.reader.ReaderChoice;
import tapwright.agent.main.reader.Trace;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** The options that say which card is meant, and the card itself. */
final class CardOnReader {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--reader",
      paramLabel = "NAME",
      description = "The reader's name or a part of it; not needed where there is one.")
  private @Nullable String reader;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long to wait for a card (default ${DEFAULT-VALUE}).")
  private int timeoutSeconds;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Write down what goes through the reader, without secrets.")
  private @Nullable Path traceFile;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  boolean json() {
    return json;
  }

  /** What is done with a card, and with the reader that it lies on. */
  @FunctionalInterface
  interface Action {

    /** Gives the exit code; the card may be presented again by the reader. */
    int with(TagPresentation tag, TagEncodingReader reader);
  }

  /** Waits for a card, does something with it and gives that one's exit code. */
  int with(CardCommand card, ToIntFunction<TagPresentation> action) {
    return with(card, (tag, reader) -> action.applyAsInt(tag));
  }

  /** The same with the reader. */
  int with(CardCommand card, Action action) {
    if (timeoutSeconds < 0) {
      throw new ParameterException(
          command.commandLine(), "--timeout is " + timeoutSeconds + ", allowed are 0 and more");
    }
    Surroundings around = card.surroundings();
    List<String> names = around.readers().names();
    if (names.isEmpty()) {
      return card.console().failed("no reader is attached; plug one in and try again");
    }
    String name = chosen(names);
    try (Trace trace = trace(name);
        TagEncodingReader open = OpenedReader.open(around, name, trace::around)) {
      Optional<TagPresentation> tag = open.awaitTag(Duration.ofSeconds(timeoutSeconds));
      return tag.isEmpty() ? noCard(card.console(), name) : used(tag.get(), open, action);
    } catch (ReaderFault.ForeignTag foreign) {
      return card.console().refused(CommandRefusal.FOREIGN_CARD.with("seen", foreign.atr()), json);
    } catch (ReaderFault.UidHidden hidden) {
      return card.console().refused(CommandRefusal.UID_HIDDEN.with("model", hidden.model()), json);
    }
  }

  private Trace trace(String reader) {
    try {
      return Trace.to(traceFile, reader);
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(),
          "cannot write --trace " + FileProblem.of(Objects.requireNonNull(traceFile), e));
    }
  }

  private int noCard(Console console, String name) {
    return console.failed(
        "no card was laid on %s within %d s; lay one there and try again"
            .formatted(name, timeoutSeconds));
  }

  private static int used(TagPresentation tag, TagEncodingReader reader, Action action) {
    try (tag) {
      return action.with(tag, reader);
    }
  }

  private String chosen(List<String> names) {
    return switch (ReaderChoice.among(names, reader)) {
      case Checked.Passed<String>(String name) -> name;
      case Checked.Refused<String>(Refusal refusal) ->
          throw new ParameterException(command.commandLine(), refusal.message());
    };
  }
}
