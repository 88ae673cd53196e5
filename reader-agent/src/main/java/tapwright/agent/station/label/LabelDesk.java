package tapwright.agent.station.label;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tapwright.agent.print.job.LabelKey;
import tapwright.agent.print.job.LabelOrder;
import tapwright.agent.print.job.PrintRun;
import tapwright.agent.print.job.PrintSummary;
import tapwright.agent.print.job.PrintWishes;
import tapwright.agent.print.target.PrintFault;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.station.StationFault;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.WorkItem;
import tapwright.agent.station.journal.WantedLabels;
import tapwright.agent.station.journal.WantedLabels.Wanted;
import tapwright.core.Refusal;

/**
 * Prints a label for each card that a station makes, beside the readers: no card waits for the
 * printer.
 *
 * <p>That a card gets a label is written down before the card is begun, and what became of the
 * label by the print job; so a run that ended in between is gone on with by the next one.
 */
public final class LabelDesk implements StationListener {

  /** A printer that failed is tried again this often. */
  private static final long RETRY_MILLIS = 5_000;

  private final PrintRun run;
  private final WantedLabels wanted;
  private final String template;
  private final StationListener next;
  private final Deque<LabelOrder> due = new ArrayDeque<>();
  private final List<PrintSummary.Unclear> unclear = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private @Nullable String failure;
  private int printed;
  private boolean closing;

  /**
   * A desk.
   *
   * @param template the id of what labels look like
   * @param next who hears the news too, and what the desk has to say
   */
  public LabelDesk(PrintRun run, WantedLabels wanted, String template, StationListener next) {
    this.run = run;
    this.wanted = wanted;
    this.template = template;
    this.next = next;
  }

  /** Puts labels of earlier runs first whose cards were made. */
  public synchronized void takeUp(Predicate<String> isMade) {
    wanted.unprinted(template).stream()
        .filter(label -> isMade.test(label.owner()))
        .map(Wanted::order)
        .forEach(due::add);
    notifyAll();
  }

  @Override
  public void on(StationNews news) {
    if (news instanceof StationNews.CardBegun(WorkItem item)) {
      wanted.add(new Wanted(item.owner(), order(item)));
    } else if (news instanceof StationNews.CardVerified card) {
      add(order(card.item()));
    }
    next.on(news);
  }

  /** Two rows of one link are two labels, each of which is that of its own row. */
  private LabelOrder order(WorkItem item) {
    String link = item.labelContent().value(LabelField.LINK);
    int copy = wanted.copyOf(item.owner(), link, template);
    return new LabelOrder(new LabelKey(link, template, copy), item.label(), item.labelContent());
  }

  private synchronized void add(LabelOrder order) {
    due.add(order);
    notifyAll();
  }

  /** Prints what is due until the desk is closed; for a thread of its own. */
  public void work() {
    Optional<LabelOrder> label = awaitDue();
    while (label.isPresent()) {
      print(label.get());
      label = awaitDue();
    }
  }

  /** Lets the work end once what is due is printed, or cannot be. */
  public synchronized void close() {
    closing = true;
    notifyAll();
  }

  /** What the labels came to. */
  public synchronized Result result() {
    return new Result(printed, due.stream().map(LabelOrder::label).toList(), refused, unclear);
  }

  /**
   * What a desk's labels came to.
   *
   * @param printed how many were printed, or given to a printer that does not tell
   * @param waiting cards whose label was not printed; the next run begins with them
   * @param refused why labels cannot be printed as they are
   * @param unclear labels that a person must look for
   */
  public record Result(
      int printed, List<String> waiting, List<String> refused, List<PrintSummary.Unclear> unclear) {

    public Result {
      waiting = List.copyOf(waiting);
      refused = List.copyOf(refused);
      unclear = List.copyOf(unclear);
    }

    /** Whether each card has its label. */
    public boolean isComplete() {
      return waiting.isEmpty() && refused.isEmpty() && unclear.isEmpty();
    }
  }

  /** The next label; nothing when the desk is closed and all is printed, or nothing prints. */
  private synchronized Optional<LabelOrder> awaitDue() {
    while (!closing && (due.isEmpty() || failure != null)) {
      try {
        wait(RETRY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
      if (!due.isEmpty()) {
        return Optional.of(due.getFirst());
      }
    }
    return closing && failure != null ? Optional.empty() : Optional.ofNullable(due.peekFirst());
  }

  private void print(LabelOrder label) {
    List<Refusal> objections = run.objections(List.of(label));
    if (!objections.isEmpty()) {
      refused(label, objections.getFirst());
      return;
    }
    try {
      done(label, run.print(List.of(label), PrintWishes.ONCE));
    } catch (PrintFault | StationFault fault) {
      failed(String.valueOf(fault.getMessage()));
    }
  }

  /** A label that says what cannot be printed keeps no other one waiting. */
  private synchronized void refused(LabelOrder label, Refusal why) {
    due.remove(label);
    refused.add(why.message());
    next.on(new StationNews.Notice("no label: " + why.message()));
  }

  /** What is printed, and what nobody knows, is due no more. */
  private synchronized void done(LabelOrder label, PrintSummary summary) {
    if (summary.waiting() > 0 && summary.causes().isEmpty()) {
      return;
    }
    if (summary.waiting() > 0) {
      failed(String.join(", ", summary.causes().keySet()));
      return;
    }
    failure = null;
    due.remove(label);
    printed += summary.printed() + summary.handedOver();
    unclear.addAll(summary.unclear());
  }

  /** Said once, however often it is tried. */
  private synchronized void failed(String why) {
    if (!why.equals(failure)) {
      next.on(new StationNews.Notice("labels wait: " + why));
    }
    failure = why;
  }
}
