package tapwright.agent.print.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tapwright.agent.print.target.Delivery;

/** What has become of a run's labels so far. */
final class PrintTally {

  private final PrintListener listener;
  private final int total;
  private final List<PrintSummary.Unclear> unclear = new ArrayList<>();
  private final Map<String, Integer> causes = new TreeMap<>();
  private int printed;
  private int handedOver;
  private int printedBefore;
  private int reprinted;

  PrintTally(PrintListener listener, int total) {
    this.listener = listener;
    this.total = total;
  }

  void printedBefore() {
    printedBefore++;
  }

  void unclear(LabelOrder order, String why) {
    unclear.add(new PrintSummary.Unclear(order.label(), order.key().link(), why));
  }

  /** The run ends early without a job's being begun. */
  void stopped(String cause, String why) {
    causes.merge(cause, 1, Integer::sum);
    listener.on(new PrintNews.Failed(List.of(), cause, why));
  }

  /**
   * Counts a job's labels; false where no more of them should be sent.
   *
   * @param reprints how many of them may be there twice now
   */
  boolean ended(List<LabelOrder> labels, int reprints, Delivery delivery) {
    return switch (delivery) {
      case Delivery.Printed printedAll -> {
        printed += labels.size();
        reprinted += reprints;
        listener.on(new PrintNews.Printed(labels));
        yield true;
      }
      case Delivery.HandedOver untold -> {
        handedOver += labels.size();
        reprinted += reprints;
        listener.on(new PrintNews.Printed(labels));
        yield true;
      }
      case Delivery.NotPrinted(String why) -> failed(labels, "not-printed", why);
      case Delivery.Unclear(String why) -> {
        labels.forEach(label -> unclear(label, why));
        yield failed(labels, "unclear", why);
      }
    };
  }

  private boolean failed(List<LabelOrder> labels, String cause, String why) {
    causes.merge(cause, labels.size(), Integer::sum);
    listener.on(new PrintNews.Failed(labels, cause, why));
    return false;
  }

  PrintSummary summary(String target, long millis) {
    int waiting = total - printed - handedOver - printedBefore - unclear.size();
    return new PrintSummary(
        target,
        total,
        printed,
        handedOver,
        printedBefore,
        reprinted,
        unclear,
        waiting,
        causes,
        millis);
  }
}
