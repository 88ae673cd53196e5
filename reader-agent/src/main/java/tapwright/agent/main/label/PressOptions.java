package tapwright.agent.main.label;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.agent.main.console.StateFolder;
import tapwright.agent.print.choice.CupsAddress;
import tapwright.agent.print.choice.TargetName;
import tapwright.agent.print.choice.Targets;
import tapwright.agent.print.job.LabelPress;
import tapwright.agent.print.page.Offset;
import tapwright.agent.print.render.LabelZpl;
import tapwright.agent.print.render.ZplForm;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.target.PrintLanguage;
import tapwright.agent.print.target.PrintTarget;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.agent.print.template.Templates;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** The options that say how a printer is set up. */
final class PressOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "A folder with templates of your own (default: in the state folder).")
  private @Nullable Path templates;

  @Option(
      names = "--dpi",
      paramLabel = "N",
      description =
          "Dots an inch of the printer (default 203 for ZPL, 300 for PNG, 600 for all else).")
  private @Nullable Integer dotsPerInch;

  @Option(
      names = "--raw",
      description = "The queue hands on what it gets to a label printer: give it ZPL.")
  private boolean raw;

  @Option(
      names = "--native",
      description = "ZPL with the printer's own commands, not as a picture that was proven.")
  private boolean inNativeZpl;

  @Option(
      names = "--shift",
      paramLabel = "RIGHT,DOWN",
      defaultValue = "0,0",
      description = "Millimetres by which this printer must be moved (see printers --calibrate).")
  private String shift;

  @Option(
      names = "--cups",
      paramLabel = "HOST[:PORT]",
      description =
          "The CUPS to ask (default: the environment's CUPS_SERVER, else this machine's).")
  private @Nullable String cups;

  /** The machine's printers, and those of the CUPS that is named. */
  public PrinterDesk desk() {
    String named = cups;
    Checked<CupsAddress> address =
        named == null
            ? CupsAddress.of("CUPS_SERVER", System.getenv().getOrDefault("CUPS_SERVER", ""))
            : CupsAddress.of("--cups", named);
    return switch (address) {
      case Checked.Passed<CupsAddress>(CupsAddress server) -> new PrinterDesk(server);
      case Checked.Refused<CupsAddress>(Refusal refusal) -> throw usage(refusal.message());
    };
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /** The template that is named, of those shipped and those of the user's folder. */
  Checked<LabelTemplate> template(String option, String id, StateFolder state) {
    Path named = templates;
    if (named != null && !Files.isDirectory(named)) {
      throw usage("--templates is " + named + ", which is no folder");
    }
    Path folder = named == null ? state.file("templates") : named;
    return Templates.shippedAnd(folder).then(all -> all.named(option, id));
  }

  /** The target that the option's text names. */
  Checked<PrintTarget> target(String option, String text, Targets targets, Duration patience) {
    PrintLanguage forQueues = raw ? PrintLanguage.ZPL : PrintLanguage.PDF;
    return TargetName.of(option, text)
        .then(name -> targets.named(option, name, forQueues, patience));
  }

  /**
   * What makes labels for a printer that is set up so.
   *
   * @param start the first label that is still on the first sheet, from 0
   */
  LabelPress press(LabelTemplate template, PrintLanguage language, int start) {
    ZplForm zpl = inNativeZpl ? ZplForm.NATIVE : ZplForm.GRAPHIC;
    return new LabelPress(
        template, language, new LabelPress.Setting(resolution(language), zpl, start, correction()));
  }

  Resolution resolution(PrintLanguage language) {
    int dots = dotsPerInch == null ? usual(language).dotsPerInch() : dotsPerInch;
    int most = language == PrintLanguage.ZPL ? LabelZpl.MOST_DOTS_PER_INCH : Resolution.MOST;
    if (dots < Resolution.LEAST || dots > most) {
      throw usage("--dpi is %d, allowed are %d to %d".formatted(dots, Resolution.LEAST, most));
    }
    return new Resolution(dots);
  }

  private static Resolution usual(PrintLanguage language) {
    return switch (language) {
      case ZPL -> Resolution.LABEL_PRINTER;
      case PNG -> Resolution.CARD_PRINTER;
      case PDF, SVG -> Resolution.OFFICE_PRINTER;
    };
  }

  private Offset correction() {
    String number = "-?\\d{1,2}(\\.\\d{1,2})?";
    if (!shift.matches(number + "," + number)) {
      throw usage(
          "--shift is '%s', allowed are two numbers of millimetres, as 0.5,-1.2".formatted(shift));
    }
    String[] parts = shift.split(",", -1);
    return new Offset(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
  }
}
