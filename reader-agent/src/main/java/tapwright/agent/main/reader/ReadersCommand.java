package tapwright.agent.main.reader;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.reader.TagEncodingReader;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.Program;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.ReaderState;
import tapwright.agent.reader.ReaderCatalogue;
import tapwright.agent.reader.ReaderProfile;

/** Lists the readers and what is on them. */
@Command(
    name = "readers",
    mixinStandardHelpOptions = true,
    description = "Lists the readers and what is on them.")
public final class ReadersCommand implements Callable<Integer> {

  @ParentCommand private Program agent;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<ReaderState> states = agent.surroundings().readers().states();
    List<Row> rows = states.stream().map(state -> Row.of(state, chipOn(state))).toList();
    if (json) {
      agent.console().json(rows);
    } else {
      rows.forEach(row -> agent.console().line(text(row)));
    }
    return states.isEmpty()
        ? agent.console().failed("no reader is attached; plug one in (Debian: apt install libccid)")
        : Console.DONE;
  }

  /** A card that is lifted just now, or none of ours, is no reason to list nothing. */
  private Optional<String> chipOn(ReaderState state) {
    if (state.atr() == null || !ReaderCatalogue.takesCards(state.name())) {
      return Optional.empty();
    }
    try (TagEncodingReader open = OpenedReader.open(agent.surroundings(), state.name())) {
      return open.awaitTag(Duration.ZERO).map(ReadersCommand::modelOf);
    } catch (ReaderFault.UidHidden hidden) {
      return Optional.of(hidden.model());
    } catch (ReaderFault untold) {
      return Optional.empty();
    }
  }

  private static String modelOf(TagPresentation tag) {
    try (tag) {
      return tag.modelName();
    }
  }

  private static String text(Row row) {
    if (!row.takesCards()) {
      return row.name() + ": takes no tap card, it is the slot of a SAM or a contact card";
    }
    if (!row.present()) {
      return row.name() + ": no card lies there";
    }
    String uid = Optional.ofNullable(row.uid()).map(it -> ", UID " + it).orElse("");
    return row.name() + ": " + card(row) + uid;
  }

  private static String card(Row row) {
    if (row.atr() == null) {
      return "a card that another program holds";
    }
    return Optional.ofNullable(row.chip()).orElse("no tap card (ATR " + row.atr() + ")");
  }

  /**
   * A reader in the command's JSON.
   *
   * @param chip what lies there, as staff know it; null where that could not be told
   * @param model as the reader's name says; the generic reader where nobody has described it
   * @param takesCards false for the slot of a SAM or a contact card
   */
  record Row(
      String name,
      boolean present,
      @Nullable String uid,
      @Nullable String atr,
      @Nullable String chip,
      String model,
      boolean takesCards) {

    static Row of(ReaderState state, Optional<String> chip) {
      ReaderProfile profile = ReaderCatalogue.profileOf(state.name());
      return new Row(
          state.name(),
          state.tagPresent(),
          textOf(state.uid()),
          textOf(state.atr()),
          chip.orElse(null),
          profile.naming().title(),
          ReaderCatalogue.takesCards(state.name()));
    }

    private static @Nullable String textOf(@Nullable Object value) {
      return value == null ? null : value.toString();
    }
  }
}
