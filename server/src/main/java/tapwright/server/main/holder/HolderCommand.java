package tapwright.server.main.holder;

import picocli.CommandLine.Command;

/** The people whom cards speak for. */
@Command(
    name = "holder",
    mixinStandardHelpOptions = true,
    description = "People whom cards speak for: their cards shown, their contacts forgotten.",
    subcommands = {
      HolderShowCommand.class,
      HolderForgetCommand.class,
      HolderForgottenCommand.class
    })
public final class HolderCommand {}
