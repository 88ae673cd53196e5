package tapwright.server.main.policy;

import picocli.CommandLine.Command;

/** Sellers' policies: what is shipped, what it says, and whether it decides as it should. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Sellers' policies: list, show, test, check, explain, diff, new, schema.",
    subcommands = {
      PolicyListCommand.class,
      PolicyShowCommand.class,
      PolicyTestCommand.class,
      PolicyExplainCommand.class,
      PolicyCheckCommand.class,
      PolicyDiffCommand.class,
      PolicyNewCommand.class,
      PolicySchemaCommand.class
    })
public final class PolicyCommand {}
