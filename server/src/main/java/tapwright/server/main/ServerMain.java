package tapwright.server.main;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tapwright.server.main.bench.BenchCommand;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.db.AuditCommand;
import tapwright.server.main.db.DbCommand;
import tapwright.server.main.holder.HolderCommand;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.main.keys.KeysCommand;
import tapwright.server.main.people.UserCommand;
import tapwright.server.main.policy.PolicyCommand;
import tapwright.server.main.scenario.ScenarioCommand;
import tapwright.server.main.seller.SellerCommand;
import tapwright.server.main.serve.ServerCommand;
import tapwright.server.main.settings.UnusableSettings;
import tapwright.server.main.token.TokenCommand;
import tapwright.server.record.StoreFault;

/** The server's command line: the server itself, policies, accounts, tokens and figures. */
@Command(
    name = "tapwright",
    mixinStandardHelpOptions = true,
    subcommands = {
      ServerCommand.class,
      SellerCommand.class,
      TokenCommand.class,
      UserCommand.class,
      KeysCommand.class,
      HolderCommand.class,
      PolicyCommand.class,
      DbCommand.class,
      AuditCommand.class,
      ScenarioCommand.class,
      BenchCommand.class
    })
public final class ServerMain {

  private ServerMain() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** All commands, with one way to say what failed. */
  public static CommandLine commandLine() {
    CommandLine commandLine =
        new CommandLine(new ServerMain()).setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          saying(exception).lines().forEach(line -> command.getErr().println("tapwright: " + line));
          return exitCode(exception);
        });
    return commandLine;
  }

  private static int exitCode(Throwable exception) {
    if (exception instanceof UnusableSettings settings) {
      return settings.isOfTheWorld() ? CommandOutput.WORLD_FAILED : CommandLine.ExitCode.USAGE;
    }
    return isExpected(exception) ? CommandOutput.NO : CommandOutput.WORLD_FAILED;
  }

  /** A record that this program may not work on is a no, however far away it was found out. */
  private static boolean isExpected(Throwable exception) {
    return StoreFault.cause(exception) instanceof StoreFault.Unfit;
  }

  /** A fault of the world says what failed; a defect of ours says that it is one. */
  private static String saying(Throwable exception) {
    Throwable cause = StoreFault.cause(exception);
    return switch (cause) {
      case ServerFault fault -> String.valueOf(fault.getMessage());
      case UnusableSettings settings -> String.valueOf(settings.getMessage());
      case StoreFault fault -> fault.getMessage() + reason(fault);
      default -> "a defect of Tapwright, please report it: " + cause + " at " + origin(cause);
    };
  }

  private static String reason(StoreFault fault) {
    return fault.getCause() == null
        ? ""
        : ": "
            + String.valueOf(fault.getCause().getMessage())
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "));
  }

  private static String origin(Throwable exception) {
    StackTraceElement[] trace = exception.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }
}
