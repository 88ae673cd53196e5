package tapwright.agent.main.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.Program;
import tapwright.agent.print.target.PrintFault;
import tapwright.agent.print.target.PrintTarget;
import tapwright.agent.print.target.PrinterLook;
import tapwright.agent.print.target.ipp.IppService;
import tapwright.agent.print.target.system.SystemTarget;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** Lists the printers, says how one is, and prints pages that try one out. */
@Command(
    name = "printers",
    mixinStandardHelpOptions = true,
    description =
        "Lists the queues of CUPS and the system's printers, and how they are. A label printer on"
            + " the network is in no list: name it, as zpl://HOST, to --look.")
public final class PrintersCommand implements Callable<Integer> {

  private static final String CUPS = "cups:";
  private static final String SYSTEM = "system:";

  @ParentCommand private Program agent;
  @Mixin private PrinterOptions options;

  @Option(
      names = "--look",
      paramLabel = "TARGET",
      description = "Say how one printer is, as zpl://HOST or cups:NAME.")
  private @Nullable String look;

  @Option(
      names = "--test",
      paramLabel = "TARGET",
      description = "Print one label with sample text there; its look: --template.")
  private @Nullable String test;

  @Option(
      names = "--calibrate",
      paramLabel = "TARGET",
      description = "Print outlines and rulers for the stock of --template there.")
  private @Nullable String calibrate;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (PrinterDesk desk = options.press().desk()) {
      if (test != null) {
        return tried(desk, "--test", test);
      }
      if (calibrate != null) {
        return tried(desk, "--calibrate", calibrate);
      }
      return look == null ? list(desk) : look(desk, look);
    }
  }

  private int tried(PrinterDesk desk, String option, String name) {
    if (!options.isTemplateGiven()) {
      throw options.usage("--template is missing: what " + option + " prints is of its stock");
    }
    TrialPage trial = new TrialPage(agent, options, option.equals("--calibrate"));
    return trial.printOn(target(desk, option, name), desk, json);
  }

  private int look(PrinterDesk desk, String name) {
    PrintTarget target = target(desk, "--look", name);
    say(List.of(Row.of(target.name(), target.look())));
    return Console.DONE;
  }

  private PrintTarget target(PrinterDesk desk, String option, String name) {
    return switch (options.target(option, name, desk)) {
      case Checked.Passed<PrintTarget>(PrintTarget target) -> target;
      case Checked.Refused<PrintTarget>(Refusal refusal) -> throw options.usage(refusal.message());
    };
  }

  private int list(PrinterDesk desk) {
    List<Row> rows = new ArrayList<>();
    Optional<String> away = addQueues(rows, desk.cups());
    List<String> queues = rows.stream().map(row -> row.target.substring(CUPS.length())).toList();
    desk.system().all().stream()
        .map(PrintersCommand::row)
        .filter(row -> !queues.contains(row.target.substring(SYSTEM.length())))
        .forEach(rows::add);
    say(rows);
    away.ifPresent(why -> agent.console().note("tapwright: " + why));
    return rows.isEmpty()
        ? agent
            .console()
            .failed(
                "no printer is known here; add one to the system, or name one by its address:"
                    + " tapwright printers --look zpl://HOST")
        : Console.DONE;
  }

  private static Optional<String> addQueues(List<Row> rows, IppService cups) {
    try {
      cups.queues().forEach(queue -> rows.add(Row.of(CUPS + queue.name(), queue.look())));
      return Optional.empty();
    } catch (PrintFault.Unreachable away) {
      return Optional.of(cups.name() + " does not run; --cups HOST names another one");
    } catch (PrintFault away) {
      return Optional.of(String.valueOf(away.getMessage()));
    }
  }

  private static Row row(SystemTarget printer) {
    return Row.of(printer.name(), printer.look());
  }

  private void say(List<Row> rows) {
    if (json) {
      agent.console().json(rows);
    } else {
      rows.forEach(row -> agent.console().line(row.target + ": " + row.words));
    }
  }

  /**
   * A printer in the command's JSON.
   *
   * @param target what {@code --to} takes
   * @param takesJobs whether a label that is sent now would be printed without a hand's turn
   * @param words how it is
   */
  record Row(String target, boolean takesJobs, String words) {

    static Row of(String target, PrinterLook look) {
      return new Row(target, look.takesJobs(), look.inWords());
    }
  }
}
