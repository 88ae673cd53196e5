package tapwright.agent.main.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.FileProblem;
import tapwright.agent.main.console.OrderlyEnd;
import tapwright.agent.main.console.Program;
import tapwright.agent.print.TemplatePreview;
import tapwright.agent.print.job.LabelOrder;
import tapwright.agent.print.job.LabelPress;
import tapwright.agent.print.job.PrintRecord;
import tapwright.agent.print.job.PrintRun;
import tapwright.agent.print.job.PrintSummary;
import tapwright.agent.print.job.PrintWishes;
import tapwright.agent.print.job.Unrecorded;
import tapwright.agent.print.target.PrintTarget;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.agent.station.journal.LabelJournal;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** Prints labels of cards, each once. */
@Command(
    name = "label",
    mixinStandardHelpOptions = true,
    description =
        "Prints a label for a card, or for each row of a CSV file (columns as batch has them). Each"
            + " label is printed once; run again, it goes on with the first that was not.")
public final class LabelCommand implements Callable<Integer> {

  @ParentCommand private Program agent;
  @Mixin private PrinterOptions options;
  @Mixin private LabelSource source;

  @Option(
      names = "--to",
      paramLabel = "TARGET",
      description =
          "Where to: a file (.pdf, .png, .svg, .zpl), zpl://HOST, ipp://HOST/printers/NAME,"
              + " cups:NAME or system:NAME.")
  private @Nullable String to;

  @Option(
      names = "--again",
      description = "Print labels that were printed before once more, marked as reprints.")
  private boolean again;

  @Option(
      names = "--unclear",
      paramLabel = "printed|again",
      description =
          "What you found of labels that may have been printed: they are there, or print them.")
  private @Nullable String unclear;

  @Option(
      names = "--preview",
      paramLabel = "FILE.png",
      description = "Write a picture of the template with sample text, and print nothing.")
  private @Nullable Path preview;

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description = "Where the journal is (default: in the state folder).")
  private @Nullable Path journalFolder;

  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (!options.isTemplateGiven()) {
      throw options.usage("--template is missing; see docs/labels.md for what there is");
    }
    return switch (options.template(agent.surroundings().state())) {
      case Checked.Passed<LabelTemplate>(LabelTemplate template) -> with(template);
      case Checked.Refused<LabelTemplate>(Refusal refusal) ->
          throw options.usage(refusal.message());
    };
  }

  private int with(LabelTemplate template) {
    Path picture = preview;
    return picture == null ? print(template) : preview(template, picture);
  }

  private int preview(LabelTemplate template, Path picture) {
    return switch (TemplatePreview.png(template)) {
      case Checked.Refused<Bytes>(Refusal refusal) -> agent.console().refused(refusal, json);
      case Checked.Passed<Bytes>(Bytes png) -> {
        try {
          Files.write(picture, png.toArray());
        } catch (IOException e) {
          yield agent.console().failed("cannot write --preview " + FileProblem.of(picture, e));
        }
        agent.console().note(template.title() + ": " + picture);
        yield Console.DONE;
      }
    };
  }

  private int print(LabelTemplate template) {
    PrintWishes wishes = new PrintWishes(again, doubt());
    return switch (source.orders(template, this::made)) {
      case LabelSource.Reading.Sound(List<LabelOrder> orders) ->
          print(new Work(template, orders, wishes));
      case LabelSource.Reading.Faulty(List<Refusal> refusals) ->
          RefusedLabels.say(agent.console(), refusals, json);
    };
  }

  private PrintWishes.Doubt doubt() {
    return switch (unclear == null ? "" : unclear.toLowerCase(Locale.ROOT)) {
      case "" -> PrintWishes.Doubt.TOLD;
      case "printed" -> PrintWishes.Doubt.PRINTED;
      case "again" -> PrintWishes.Doubt.AGAIN;
      default ->
          throw options.usage("--unclear is '" + unclear + "', allowed are printed and again");
    };
  }

  private int print(Work work) {
    String target = to;
    if (target == null) {
      throw options.usage("--to is missing: where the labels go");
    }
    try (PrinterDesk desk = options.press().desk()) {
      return switch (options.target("--to", target, desk)) {
        case Checked.Refused<PrintTarget>(Refusal refusal) ->
            throw options.usage(refusal.message());
        case Checked.Passed<PrintTarget>(PrintTarget chosen) ->
            chosen.isFile()
                ? print(work, chosen, new Unrecorded(), desk)
                : printRecorded(work, chosen, desk);
      };
    }
  }

  private int printRecorded(Work work, PrintTarget target, PrinterDesk desk) {
    try (LabelJournal journal = journal()) {
      return print(work, target, journal, desk);
    }
  }

  private Optional<LabelOrder> made(String card) {
    try (LabelJournal journal = journal()) {
      return journal.wanted().find(card);
    }
  }

  private LabelJournal journal() {
    Path named = journalFolder;
    Path folder = named == null ? agent.surroundings().state().file("journal") : named;
    return LabelJournal.open(folder, InstantSource.system(), new SecureRandom());
  }

  private int print(Work work, PrintTarget target, PrintRecord record, PrinterDesk desk) {
    PrintProgress progress = PrintProgress.on(agent.console());
    LabelPress press = options.press(work.template, target.language());
    PrintRun run = new PrintRun(target, press, record, desk.office(options.patience(), progress));
    List<Refusal> objections = run.objections(work.orders);
    return objections.isEmpty()
        ? OrderlyEnd.of(() -> printed(run, work, progress), run::stop)
        : RefusedLabels.say(agent.console(), objections, json);
  }

  private int printed(PrintRun run, Work work, PrintProgress progress) {
    PrintSummary summary = run.print(work.orders, work.wishes);
    progress.end();
    return LabelReport.of(summary).say(agent.console(), json);
  }

  /** What is to be printed. */
  private record Work(LabelTemplate template, List<LabelOrder> orders, PrintWishes wishes) {}
}
