package tapwright.agent.main.label;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.agent.main.console.StateFolder;
import tapwright.agent.print.choice.CupsAddress;
import tapwright.agent.print.choice.TargetName;
import tapwright.agent.print.job.LabelPress;
import tapwright.agent.print.page.Offset;
import tapwright.agent.print.render.ZplForm;
import tapwright.agent.print.stock.SheetStock;
import tapwright.agent.print.stock.SingleStock;
import tapwright.agent.print.stock.Stock;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.target.PrintLanguage;
import tapwright.agent.print.target.PrintTarget;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.agent.print.template.Templates;
import tapwright.core.Checked;

/** The options that say what a label looks like and how its printer is set up. */
final class PrinterOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--template",
      paramLabel = "T",
      description = "What a label looks like; a name that there is not shows which there are.")
  private @Nullable String template;

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
      names = "--start",
      paramLabel = "N",
      defaultValue = "1",
      description = "The first label that is still on the sheet (default ${DEFAULT-VALUE}).")
  private int start;

  @Option(
      names = "--shift",
      paramLabel = "RIGHT,DOWN",
      defaultValue = "0,0",
      description = "Millimetres by which this printer must be moved (see printers --calibrate).")
  private String shift;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to wait for the printer (default ${DEFAULT-VALUE}).")
  private int patienceSeconds;

  @Option(
      names = "--cups",
      paramLabel = "HOST[:PORT]",
      description = "The CUPS to ask (default: the environment's CUPS_SERVER, else this machine's).")
  private @Nullable String cups;

  PrinterDesk desk() {
    Map<String, String> environment = cups == null ? System.getenv() : Map.of("CUPS_SERVER", cups);
    return new PrinterDesk(CupsAddress.in(environment));
  }

  ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  boolean isTemplateGiven() {
    return template != null;
  }

  /** The template that is named, of those shipped and those of the user's folder. */
  Checked<LabelTemplate> template(StateFolder state) {
    Path folder = templates == null ? state.file("templates") : templates;
    return Templates.shippedAnd(folder)
        .then(all -> all.named("--template", template == null ? "" : template));
  }

  Duration patience() {
    if (patienceSeconds < 1) {
      throw usage("--patience is " + patienceSeconds + ", allowed are 1 and more");
    }
    return Duration.ofSeconds(patienceSeconds);
  }

  /** The target that the option's text names. */
  Checked<PrintTarget> target(String option, String text, PrinterDesk desk) {
    PrintLanguage forQueues = raw ? PrintLanguage.ZPL : PrintLanguage.PDF;
    return TargetName.of(option, text)
        .then(name -> desk.targets().named(option, name, forQueues, patience()));
  }

  LabelPress press(LabelTemplate of, PrintLanguage language) {
    return new LabelPress(of, language, setting(of.stock(), language));
  }

  Resolution resolution(PrintLanguage language) {
    int dots = dotsPerInch == null ? usual(language).dotsPerInch() : dotsPerInch;
    if (dots < Resolution.LEAST || dots > Resolution.MOST) {
      throw usage(
          "--dpi is %d, allowed are %d to %d".formatted(dots, Resolution.LEAST, Resolution.MOST));
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

  LabelPress.Setting setting(Stock stock, PrintLanguage language) {
    return new LabelPress.Setting(
        resolution(language),
        inNativeZpl ? ZplForm.NATIVE : ZplForm.GRAPHIC,
        start(stock),
        correction());
  }

  private int start(Stock stock) {
    int most =
        switch (stock) {
          case SingleStock single -> 1;
          case SheetStock sheet -> sheet.labels();
        };
    if (start < 1 || start > most) {
      throw usage("--start is %d, allowed are 1 to %d on %s".formatted(start, most, stock.title()));
    }
    return start - 1;
  }

  private Offset correction() {
    String number = "-?\\d{1,2}(\\.\\d{1,2})?";
    if (!shift.matches(number + "," + number)) {
      throw usage(
          "--shift is '%s', allowed are two numbers of millimetres, as 0.5,-1.2".formatted(shift));
    }
    String[] parts = shift.toLowerCase(Locale.ROOT).split(",", -1);
    return new Offset(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
  }
}
