package tapwright.agent.main.label;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.agent.main.console.Program;
import tapwright.agent.print.job.PrintRun;
import tapwright.agent.print.stock.SheetStock;
import tapwright.agent.print.target.PrintTarget;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.journal.LabelJournal;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** The options by which a station prints a label for each card that it makes. */
public final class StationLabels {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private PressOptions press;

  @Option(
      names = "--label",
      paramLabel = "TEMPLATE",
      description = "Print a label for each card that is made, as it is made; needs --to.")
  private @Nullable String label;

  @Option(
      names = "--to",
      paramLabel = "TARGET",
      description =
          "The printer of --label: zpl://HOST, ipp://HOST/printers/NAME, cups:NAME or"
              + " system:NAME.")
  private @Nullable String to;

  /**
   * The labels of one run, which print nothing where none are asked for.
   *
   * @param folder where the journal is
   * @param next who hears the station's news too
   */
  public LabelShift open(Program agent, Path folder, Duration patience, StationListener next) {
    String template = label;
    String target = to;
    if (template == null && target == null) {
      return LabelShift.without(next);
    }
    if (template == null || target == null) {
      throw usage("--label and --to go together: what labels look like, and where they go");
    }
    PrinterDesk desk = press.desk();
    Chosen chosen = new Chosen(template(agent, template), target(target, desk, patience));
    LabelJournal journal = LabelJournal.open(folder, InstantSource.system(), new SecureRandom());
    return new LabelShift(
        new LabelShift.Parts(desk, journal, next),
        chosen.template.id(),
        listener ->
            new PrintRun(
                chosen.target,
                press.press(chosen.template, chosen.target.language(), 0),
                journal,
                desk.office(patience, listener)));
  }

  private LabelTemplate template(Program agent, String id) {
    LabelTemplate template = checked(press.template("--label", id, agent.surroundings().state()));
    if (template.stock() instanceof SheetStock) {
      throw usage(
          "--label is %s, whose labels come by the sheet; a station prints them one by one: take one"
                  .formatted(id)
              + " for single labels, or print sheets afterwards with tapwright label");
    }
    return template;
  }

  private PrintTarget target(String name, PrinterDesk desk, Duration patience) {
    PrintTarget target = checked(press.target("--to", name, desk.targets(), patience));
    if (target.isFile()) {
      throw usage("--to is the file " + name + "; a station's labels go to a printer");
    }
    return target;
  }

  private <T> T checked(Checked<T> value) {
    return switch (value) {
      case Checked.Passed<T>(T passed) -> passed;
      case Checked.Refused<T>(Refusal refusal) -> throw usage(refusal.message());
    };
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /** What the options name. */
  private record Chosen(LabelTemplate template, PrintTarget target) {}
}
