package tapwright.server.main.keys;

import picocli.CommandLine.Command;

/** The master keys, and which of them wrap the keys of a record. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = {
      "The master keys that wrap the keys of a record. To change the master key while servers work:",
      "add, take the file to every node, rotate, drop."
    },
    subcommands = {
      KeysShowCommand.class,
      KeysAddCommand.class,
      KeysRotateCommand.class,
      KeysDropCommand.class
    })
public final class KeysCommand {}
