package tapwright.agent.main;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tapwright.agent.main.bench.BenchCommand;
import tapwright.agent.main.card.CardCommand;
import tapwright.agent.main.console.Advice;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.HelpStyle;
import tapwright.agent.main.console.Program;
import tapwright.agent.main.console.Surroundings;
import tapwright.agent.main.console.SystemClock;
import tapwright.agent.main.console.TerminalWidth;
import tapwright.agent.main.demo.DemoCommand;
import tapwright.agent.main.emulate.EmulateCommand;
import tapwright.agent.main.emulate.EmulatedDesk;
import tapwright.agent.main.label.LabelCommand;
import tapwright.agent.main.label.PrintersCommand;
import tapwright.agent.main.reader.PcscSetting;
import tapwright.agent.main.reader.ReadersCommand;
import tapwright.agent.main.station.BatchCommand;
import tapwright.agent.main.station.StationCommand;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.print.target.PrintFault;
import tapwright.agent.station.StationFault;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** The agent's command line: readers, cards, batches, the station, symbols and the demo. */
@Command(
    name = "tapwright",
    mixinStandardHelpOptions = true,
    footer =
        "%nFor training without a reader: TAPWRIGHT_EMULATED=MODEL=FILE in the environment puts an"
            + " emulated reader in the place of the machine's, with a card on it that the file"
            + " keeps.",
    subcommands = {
      ReadersCommand.class,
      CardCommand.class,
      EmulateCommand.class,
      QrCommand.class,
      LabelCommand.class,
      PrintersCommand.class,
      BatchCommand.class,
      StationCommand.class,
      BenchCommand.class,
      DemoCommand.class
    })
public final class AgentMain implements Program {

  private final Console console;
  private final Surroundings surroundings;

  public AgentMain(Console console, Surroundings surroundings) {
    this.console = console;
    this.surroundings = surroundings;
  }

  public static void main(String[] args) {
    System.exit(run(new Console(System.out, System.err), args));
  }

  /** Runs one command and returns its exit code. */
  public static int run(Console console, String... args) {
    return switch (readers(console, System.getenv())) {
      case Checked.Passed<Readers>(Readers readers) ->
          run(console, Surroundings.ofProcess(readers), args);
      case Checked.Refused<Readers>(Refusal refusal) -> {
        console.refused(refusal, false);
        yield Console.USAGE;
      }
    };
  }

  private static Checked<Readers> readers(Console console, Map<String, String> environment) {
    return new EmulatedDesk(console)
        .in(environment)
        .orElseGet(
            () ->
                PcscSetting.of(environment)
                    .map(stack -> Readers.ofPlatform(stack, new SystemClock())));
  }

  /** Runs one command in other surroundings than this process has. */
  public static int run(Console given, Surroundings surroundings, String... args) {
    OptionalInt watched = TerminalWidth.of(given);
    Console console = given.answeringInJson(List.of(args).contains("--json")).within(watched);
    CommandLine commandLine = new CommandLine(new AgentMain(console, surroundings));
    HelpStyle.apply(commandLine, System.getenv(), watched);
    commandLine.setOut(console.results());
    commandLine.setErr(console.remarks());
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> failed(console, exception));
    commandLine.setParameterExceptionHandler(
        (wrong, arguments) ->
            console.misused(
                String.valueOf(wrong.getMessage()),
                wrong.getCommandLine().getCommandSpec().qualifiedName()));
    return commandLine.execute(args);
  }

  @Override
  public Console console() {
    return console;
  }

  @Override
  public Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public String mainClass() {
    return AgentMain.class.getName();
  }

  /** A fault of the world ends with its message; a defect of ours says that it is one. */
  private static int failed(Console console, Exception exception) {
    if (exception instanceof ReaderFault fault) {
      return console.failed(String.valueOf(fault.getMessage()), Advice.on(fault));
    }
    if (exception instanceof StationFault || exception instanceof PrintFault) {
      return console.failed(String.valueOf(exception.getMessage()));
    }
    return console.failed(
        "a defect of Tapwright, please report it: " + exception + " at " + origin(exception));
  }

  private static String origin(Exception exception) {
    StackTraceElement[] trace = exception.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }
}
