package tapwright.agent.print.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.DeliveryWatch;
import tapwright.agent.print.target.JobTicket;
import tapwright.agent.print.target.PrintDocument;
import tapwright.agent.print.target.PrintFault;
import tapwright.agent.print.target.PrintTarget;
import tapwright.agent.print.target.PrinterClock;
import tapwright.agent.print.target.PrinterLook;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
import tapwright.core.Refusal;

/**
 * Prints labels on one target, a page at a time, each label once.
 *
 * <p>May end at any moment, by kill -9 too, and goes on when it is run again with the first label
 * that has no proof of print. A label whose job has no end is asked after in the queue; where that
 * does not tell, it is neither printed again nor passed over but told to a person.
 */
public final class PrintRun {

  private final PrintTarget target;
  private final Press press;
  private final PrintRecord record;
  private final Office office;
  private final PrinterWait wait;

  public PrintRun(PrintTarget target, Press press, PrintRecord record, Office office) {
    this.target = target;
    this.press = press;
    this.record = record;
    this.office = office;
    this.wait = new PrinterWait(target, record, office);
  }

  /**
   * What a run needs beside labels and printer.
   *
   * @param jobIds a name for each job, never the same twice
   * @param patience how long it waits for the printer to be ready
   */
  public record Office(
      PrinterClock clock, Supplier<String> jobIds, Duration patience, PrintListener listener) {}

  /** The target as the command line names it. */
  public String target() {
    return target.name();
  }

  /** Ends the run after the job that is under way; may be called from any thread. */
  public void stop() {
    wait.stop();
  }

  /** What cannot be printed, so that nothing is printed before all of it can be. */
  public List<Refusal> objections(List<LabelOrder> orders) {
    List<Refusal> objections = new ArrayList<>();
    for (LabelOrder order : orders) {
      press
          .objection(order.content())
          .map(no -> PrintJobRefusal.LABEL.with("label", order.label(), "problem", no.message()))
          .ifPresent(objections::add);
    }
    return objections;
  }

  /**
   * Prints what is not printed yet, or is wished for again.
   *
   * @throws PrintFault when the target is not there to begin with
   */
  public PrintSummary print(List<LabelOrder> orders, PrintWishes wishes) {
    long begun = office.clock.nanos();
    PrintTally tally = new PrintTally(office.listener, orders.size());
    target.look();
    List<LabelOrder> wanted = wanted(orders, wishes, tally);
    office.listener.on(new PrintNews.Begun(wanted.size(), orders.size() - wanted.size()));
    int from = 0;
    boolean goesOn = true;
    while (goesOn && from < wanted.size() && !wait.isStopped()) {
      int to = Math.min(wanted.size(), from + jobSize(from == 0, wanted.size()));
      goesOn = printed(wanted.subList(from, to), from == 0, wishes, tally);
      from = to;
    }
    long millis = Duration.ofNanos(office.clock.nanos() - begun).toMillis();
    return tally.summary(target.name(), millis);
  }

  private int jobSize(boolean first, int all) {
    return switch (target.jobSize()) {
      case ONE_PAGE -> first ? press.labelsOnFirstPage() : press.labelsOnPage();
      case EVERYTHING -> all;
    };
  }

  private List<LabelOrder> wanted(List<LabelOrder> orders, PrintWishes wishes, PrintTally tally) {
    Optional<PrintRecord.Turn> turn = wait.turn(tally);
    if (turn.isEmpty()) {
      return List.of();
    }
    try (PrintRecord.Turn _ = turn.get()) {
      PastJobs past = new PastJobs(target, record, wishes.doubt());
      return orders.stream()
          .filter(order -> isWanted(order, past.standingOf(order.key()), wishes, tally))
          .toList();
    }
  }

  private static boolean isWanted(
      LabelOrder order, LabelStanding standing, PrintWishes wishes, PrintTally tally) {
    return switch (standing) {
      case LabelStanding.Unprinted never -> true;
      case LabelStanding.Printed before -> {
        if (!wishes.again()) {
          tally.printedBefore();
        }
        yield wishes.again();
      }
      case LabelStanding.Open open -> {
        boolean again = wishes.again() || wishes.doubt() == PrintWishes.Doubt.AGAIN;
        if (!again) {
          tally.unclear(order, open.why());
        }
        yield again;
      }
    };
  }

  /** Whether the run goes on after the job. */
  private boolean printed(
      List<LabelOrder> labels, boolean first, PrintWishes wishes, PrintTally tally) {
    Optional<PrintRecord.Turn> turn = wait.turn(tally);
    if (turn.isEmpty()) {
      return false;
    }
    try (PrintRecord.Turn _ = turn.get()) {
      List<LabelOrder> still = stillWanted(labels, wishes, tally);
      return still.isEmpty() || (wait.untilReady(tally) && sent(still, first, tally));
    }
  }

  /** Without those that another run has printed since this one began. */
  private List<LabelOrder> stillWanted(
      List<LabelOrder> labels, PrintWishes wishes, PrintTally tally) {
    return labels.stream()
        .filter(label -> isWanted(label, record.standingOf(label.key()), wishes, tally))
        .toList();
  }

  private boolean sent(List<LabelOrder> labels, boolean first, PrintTally tally) {
    String job = "tapwright-" + office.jobIds.get();
    List<LabelContent> contents = labels.stream().map(this::content).toList();
    int reprints = (int) labels.stream().filter(label -> reprintNumber(label) > 0).count();
    PrintDocument document = press.document(job, first, contents);
    record.begun(job, target.name(), labels.stream().map(LabelOrder::key).toList());
    Delivery delivery = delivered(document, job);
    record.ended(job, delivery);
    return tally.ended(labels, reprints, delivery);
  }

  private Delivery delivered(PrintDocument document, String job) {
    try {
      return target.print(document, new RecordedWatch(job));
    } catch (PrintFault nothingSent) {
      return new Delivery.NotPrinted(String.valueOf(nothingSent.getMessage()));
    }
  }

  /** A label that may be there twice says so in its small print, where its template has any. */
  private LabelContent content(LabelOrder label) {
    int number = reprintNumber(label);
    return number > 0
        ? label.content().with(LabelField.NOTE, "REPRINT " + number)
        : label.content();
  }

  private int reprintNumber(LabelOrder label) {
    return switch (record.standingOf(label.key())) {
      case LabelStanding.Unprinted first -> 0;
      case LabelStanding.Printed before -> before.times();
      case LabelStanding.Open open -> open.times() + 1;
    };
  }

  /** Writes down and tells on what happens to the job that is under way. */
  private final class RecordedWatch implements DeliveryWatch {

    private final String job;

    RecordedWatch(String job) {
      this.job = job;
    }

    @Override
    public void accepted(JobTicket ticket) {
      record.accepted(job, ticket);
    }

    @Override
    public void waits(PrinterLook look) {
      office.listener.on(new PrintNews.Waits(look));
    }

    @Override
    public boolean goesOn() {
      return !wait.isStopped();
    }
  }
}
