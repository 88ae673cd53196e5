package tapwright.agent.main.label;

import java.util.UUID;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.Program;
import tapwright.agent.print.CalibrationPage;
import tapwright.agent.print.Labels;
import tapwright.agent.print.TemplatePreview;
import tapwright.agent.print.job.LabelPress;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.DeliveryWatch;
import tapwright.agent.print.target.JobTicket;
import tapwright.agent.print.target.PrintTarget;
import tapwright.agent.print.target.PrinterLook;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** One page that tries a printer out: a sample label, or rulers to measure its offset with. */
final class TrialPage {

  private final Program agent;
  private final PrinterOptions options;
  private final boolean calibrates;

  TrialPage(Program agent, PrinterOptions options, boolean calibrates) {
    this.agent = agent;
    this.options = options;
    this.calibrates = calibrates;
  }

  int printOn(PrintTarget target, PrinterDesk desk, boolean json) {
    Checked<LabelTemplate> template = options.template(agent.surroundings().state());
    return switch (template) {
      case Checked.Refused<LabelTemplate>(Refusal refusal) ->
          throw options.usage(refusal.message());
      case Checked.Passed<LabelTemplate>(LabelTemplate chosen) ->
          switch (page(target, chosen)) {
            case Checked.Refused<LabelPage>(Refusal refusal) ->
                agent.console().refused(refusal, json);
            case Checked.Passed<LabelPage>(LabelPage page) ->
                say(target, printed(target, chosen, page), json);
          };
    };
  }

  private Checked<LabelPage> page(PrintTarget target, LabelTemplate template) {
    return calibrates
        ? Checked.passed(CalibrationPage.of(template.stock()))
        : new Labels(template, options.press().resolution(target.language()))
            .page(TemplatePreview.sample());
  }

  private Delivery printed(PrintTarget target, LabelTemplate template, LabelPage page) {
    LabelPress press = options.press(template, target.language());
    String job = "tapwright-trial-" + UUID.randomUUID();
    return target.print(press.document(job, page), new Told());
  }

  private int say(PrintTarget target, Delivery delivery, boolean json) {
    Answer answer = Answer.of(target.name(), delivery);
    if (json) {
      agent.console().json(answer);
    } else {
      agent.console().line(target.name() + ": " + answer.words());
    }
    return switch (delivery) {
      case Delivery.Printed printed -> Console.DONE;
      case Delivery.HandedOver untold -> Console.DONE;
      case Delivery.NotPrinted no -> Console.WORLD_FAILED;
      case Delivery.Unclear unknown -> Console.WORLD_FAILED;
    };
  }

  /** Says why the page waits. */
  private final class Told implements DeliveryWatch {

    @Override
    public void accepted(JobTicket ticket) {}

    @Override
    public void waits(PrinterLook look) {
      agent.console().note("the printer waits: " + look.inWords());
    }

    @Override
    public boolean goesOn() {
      return true;
    }
  }

  /** What became of the page, in the command's JSON. */
  record Answer(String target, String outcome, String words) {

    static Answer of(String target, Delivery delivery) {
      return switch (delivery) {
        case Delivery.Printed all -> new Answer(target, "printed", "the page was printed");
        case Delivery.HandedOver(String why) ->
            new Answer(target, "handed-over", "the page was sent; " + why);
        case Delivery.NotPrinted(String why) ->
            new Answer(target, "not-printed", "the page was not printed: " + why);
        case Delivery.Unclear(String why) ->
            new Answer(target, "unclear", "look whether the page came out: " + why);
      };
    }
  }
}
