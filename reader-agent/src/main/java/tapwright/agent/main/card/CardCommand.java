package tapwright.agent.main.card;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.Program;
import tapwright.agent.main.console.Surroundings;

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
public final class CardCommand {

  @ParentCommand private Program agent;

  Console console() {
    return agent.console();
  }

  Surroundings surroundings() {
    return agent.surroundings();
  }
}
