package tapwright.server.main.db;

import picocli.CommandLine.Command;

/** What is done to a record as a whole. */
@Command(
    name = "db",
    mixinStandardHelpOptions = true,
    description = "The record as a whole: migrate, backup, restore, verify, move.",
    subcommands = {
      DbMigrateCommand.class,
      DbBackupCommand.class,
      DbRestoreCommand.class,
      DbVerifyCommand.class,
      DbMoveCommand.class
    })
public final class DbCommand {}
