package tapwright.agent.main;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Measures what a station does. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures what a station does.",
    subcommands = {BenchEncodeCommand.class, BenchLabelCommand.class, BenchPcscCommand.class})
final class BenchCommand {

  @ParentCommand private AgentMain agent;

  Console console() {
    return agent.console();
  }

  Surroundings surroundings() {
    return agent.surroundings();
  }
}
