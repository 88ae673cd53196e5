package tapwright.server.main;

import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tapwright.server.main.bench.BenchCommand;
import tapwright.server.main.db.AuditCommand;
import tapwright.server.main.db.DbCommand;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.main.policy.PolicyCommand;
import tapwright.server.main.policy.PolicyOutput;
import tapwright.server.main.serve.ServerCommand;
import tapwright.server.record.StoreFault;

/** The server's command line: the server itself, policies, accounts, tokens and figures. */
@Command(
    name = "tapwright",
    mixinStandardHelpOptions = true,
    subcommands = {
      ServerCommand.class,
      TokenCommand.class,
      PolicyCommand.class,
      DbCommand.class,
      AuditCommand.class,
      BenchCommand.class
    })
public final class ServerMain {

  /** The world failed. */
  private static final int WORLD_FAILED = 3;

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
          command.getErr().println("tapwright: " + saying(exception));
          return isExpected(exception) ? PolicyOutput.NO : WORLD_FAILED;
        });
    return commandLine;
  }

  /** A record that this program may not work on is a no, however far away it was found out. */
  private static boolean isExpected(Throwable exception) {
    return switch (exception) {
      case StoreFault.Unfit unfit -> true;
      case CompletionException wrapped when wrapped.getCause() != null ->
          isExpected(wrapped.getCause());
      default -> false;
    };
  }

  /** A fault of the world says what failed; a defect of ours says that it is one. */
  private static String saying(Throwable exception) {
    return switch (exception) {
      case ServerFault fault -> String.valueOf(fault.getMessage());
      case StoreFault fault -> fault.getMessage() + reason(fault);
      case CompletionException wrapped when wrapped.getCause() != null ->
          saying(wrapped.getCause());
      default ->
          "a defect of Tapwright, please report it: " + exception + " at " + origin(exception);
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
