package tapwright.agent.main;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** One card on a reader. */
@Command(
    name = "card",
    mixinStandardHelpOptions = true,
    description = "Reads, writes, verifies, inspects, locks or erases one card.",
    subcommands = {
      CardReadCommand.class,
      CardWriteCommand.class,
      CardVerifyCommand.class,
      CardInspectCommand.class,
      CardLockCommand.class,
      CardEraseCommand.class
    })
final class CardCommand {

  @ParentCommand private AgentMain agent;

  Console console() {
    return agent.console();
  }

  Surroundings surroundings() {
    return agent.surroundings();
  }
}
