package tapwright.agent.main;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import tapwright.agent.pcsc.ReaderFault;

/** The agent's command line: readers, cards, batches, the station, symbols and the demo. */
@Command(
    name = "tapwright",
    mixinStandardHelpOptions = true,
    subcommands = {})
public final class AgentMain {

  private AgentMain() {}

  public static void main(String[] args) {
    Console console = new Console(System.out, System.err);
    CommandLine commandLine = new CommandLine(new AgentMain());
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> failed(console, exception));
    System.exit(commandLine.execute(args));
  }

  /** A fault of the world ends with its message; a defect of ours says that it is one. */
  private static int failed(Console console, Exception exception) {
    if (exception instanceof ReaderFault fault) {
      return console.failed(String.valueOf(fault.getMessage()));
    }
    return console.failed(
        "a defect of Tapwright, please report it: " + exception + " at " + origin(exception));
  }

  private static String origin(Exception exception) {
    StackTraceElement[] trace = exception.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }
}
