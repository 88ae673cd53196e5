package tapwright.server.main.people;

import picocli.CommandLine.Command;

/** Makes, lists and changes people's accounts. */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    description = {
      "The accounts of people who work for a seller.",
      "The first is made here, on the machine: 'user create NAME --role admin'."
    },
    subcommands = {
      UserCreateCommand.class,
      UserListCommand.class,
      UserPasswordCommand.class,
      UserChangeCommands.Disable.class,
      UserChangeCommands.Enable.class,
      UserChangeCommands.ResetTotp.class,
      UserChangeCommands.SetRole.class,
      UserBindCommands.Bind.class,
      UserBindCommands.Unbind.class
    })
public final class UserCommand {}
