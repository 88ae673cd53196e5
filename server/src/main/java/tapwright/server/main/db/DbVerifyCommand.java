package tapwright.server.main.db;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks a record: the engine's own check, then all that must hold between its tables. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks a record, also while servers work on it.")
final class DbVerifyCommand implements Callable<Integer> {

  @Mixin private WholeCheck check;

  @Override
  public Integer call() {
    return check.run();
  }
}
