package tapwright.agent.main;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The agent's command line: readers, cards, batches, the station, symbols and the demo. */
@Command(
    name = "tapwright",
    mixinStandardHelpOptions = true,
    subcommands = {})
public final class AgentMain {

  private AgentMain() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new AgentMain()).execute(args));
  }
}
