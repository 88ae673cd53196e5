package tapwright.agent.main.station;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.agent.main.console.Program;
import tapwright.agent.main.console.SystemClock;
import tapwright.agent.main.reader.AttachedReaders;
import tapwright.agent.main.reader.ReaderChoice;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** The options of commands that wait for cards at one reader. */
final class OneReader {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--reader",
      paramLabel = "NAME",
      description = "The reader's name or a part of it; not needed where there is one.")
  private @Nullable String wanted;

  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  boolean json() {
    return json;
  }

  /** How long is waited, as an option says it. */
  Duration patience(int seconds) {
    if (seconds < 1) {
      throw usage("--patience is " + seconds + ", allowed are 1 and more");
    }
    return Duration.ofSeconds(seconds);
  }

  /** What is done at a reader. */
  @FunctionalInterface
  interface Action {

    /** Gives the exit code. */
    int at(String reader);
  }

  /** Does something at the reader that is meant, once one is there, and gives its exit code. */
  int with(Program agent, Duration patience, Action action) {
    List<String> names =
        AttachedReaders.await(
            agent.surroundings().readers(), patience, new SystemClock(), agent.console());
    if (names.isEmpty()) {
      return agent.console().failed("no reader is attached; plug one in and try again");
    }
    return switch (ReaderChoice.among(names, wanted)) {
      case Checked.Passed<String>(String name) -> action.at(name);
      case Checked.Refused<String>(Refusal refusal) -> throw usage(refusal.message());
    };
  }

  ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
