package tapwright.agent.main.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.Program;
import tapwright.agent.main.console.Surroundings;

/** Measures what a station does. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures what a station does.",
    subcommands = {BenchEncodeCommand.class, BenchLabelCommand.class, BenchPcscCommand.class})
public final class BenchCommand implements Program {

  @ParentCommand private Program agent;

  @Override
  public Console console() {
    return agent.console();
  }

  @Override
  public Surroundings surroundings() {
    return agent.surroundings();
  }

  @Override
  public String mainClass() {
    return agent.mainClass();
  }
}
