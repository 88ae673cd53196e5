package tapwright.server.main.db;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The record checked as a whole, or one card's life told. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Checks the record and its links, or tells what is on record of one card.",
    subcommands = {AuditCardCommand.class, AuditVerifyCommand.class, AuditCheckpointCommand.class})
public final class AuditCommand implements Callable<Integer> {

  @Mixin private WholeCheck check;

  @Override
  public Integer call() {
    return check.run();
  }
}
