package tapwright.agent.main;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.pcsc.ReaderState;

/** Lists the readers and what is on them. */
@Command(
    name = "readers",
    mixinStandardHelpOptions = true,
    description = "Lists the readers and what is on them.")
final class ReadersCommand implements Callable<Integer> {

  @ParentCommand private AgentMain agent;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<ReaderState> states = agent.surroundings().readers().states();
    if (json) {
      agent.console().json(states.stream().map(Row::of).toList());
    } else {
      states.forEach(state -> agent.console().line(text(state)));
    }
    return states.isEmpty()
        ? agent.console().failed("no reader is attached; plug one in (Debian: apt install libccid)")
        : Console.DONE;
  }

  private static String text(ReaderState state) {
    Row row = Row.of(state);
    if (!row.present()) {
      return row.name() + ": empty";
    }
    String uid = Optional.ofNullable(row.uid()).map(it -> "UID " + it + ", ").orElse("");
    String atr = Optional.ofNullable(row.atr()).orElse("unknown, another program holds it");
    return row.name() + ": " + uid + "ATR " + atr;
  }

  /** A reader in the command's JSON. */
  record Row(String name, boolean present, @Nullable String uid, @Nullable String atr) {

    static Row of(ReaderState state) {
      return new Row(state.name(), state.tagPresent(), textOf(state.uid()), textOf(state.atr()));
    }

    private static @Nullable String textOf(@Nullable Object value) {
      return value == null ? null : value.toString();
    }
  }
}
