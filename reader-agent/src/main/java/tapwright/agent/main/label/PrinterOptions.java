package tapwright.agent.main.label;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.agent.main.console.StateFolder;
import tapwright.agent.print.job.LabelPress;
import tapwright.agent.print.stock.SheetStock;
import tapwright.agent.print.stock.SingleStock;
import tapwright.agent.print.stock.Stock;
import tapwright.agent.print.target.PrintLanguage;
import tapwright.agent.print.target.PrintTarget;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.core.Checked;

/** The options of commands that print: what a label looks like, and from where on the sheet. */
final class PrinterOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private PressOptions press;

  @Option(
      names = "--template",
      paramLabel = "T",
      description = "What a label looks like; a name that there is not shows which there are.")
  private @Nullable String template;

  @Option(
      names = "--start",
      paramLabel = "N",
      defaultValue = "1",
      description = "The first label that is still on the sheet (default ${DEFAULT-VALUE}).")
  private int start;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to wait for the printer (default ${DEFAULT-VALUE}).")
  private int patienceSeconds;

  ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  boolean isTemplateGiven() {
    return template != null;
  }

  Duration patience() {
    if (patienceSeconds < 1) {
      throw usage("--patience is " + patienceSeconds + ", allowed are 1 and more");
    }
    return Duration.ofSeconds(patienceSeconds);
  }

  PressOptions press() {
    return press;
  }

  /** The template that is named. */
  Checked<LabelTemplate> template(StateFolder state) {
    return press.template("--template", template == null ? "" : template, state);
  }

  /** The target that the option's text names. */
  Checked<PrintTarget> target(String option, String text, PrinterDesk desk) {
    return press.target(option, text, desk.targets(), patience());
  }

  LabelPress press(LabelTemplate of, PrintLanguage language) {
    return press.press(of, language, start(of.stock()));
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
}
