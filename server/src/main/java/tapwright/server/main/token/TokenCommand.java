package tapwright.server.main.token;

import picocli.CommandLine.Command;

/** Makes, lists and revokes the tokens of stations, shops and scripts. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "The tokens by which stations, shops and scripts show who they are.",
    subcommands = {
      TokenCreateCommand.class,
      TokenEnrolCommand.class,
      TokenListCommand.class,
      TokenStationsCommand.class,
      TokenRevokeCommand.class
    })
public final class TokenCommand {}
