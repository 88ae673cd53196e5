package tapwright.agent.print.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.DeliveryWatch;
import tapwright.agent.print.target.JobTicket;
import tapwright.agent.print.target.PastJob;
import tapwright.agent.print.target.PrintDocument;
import tapwright.agent.print.target.PrintLanguage;
import tapwright.agent.print.target.PrintTarget;
import tapwright.agent.print.target.PrinterLook;

/** A printer that does what it is told to with the next jobs, and prints the rest. */
public final class FakePrinter implements PrintTarget {

  /** The run ends here, as by kill -9. */
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final LabelSize SIZE = new LabelSize(50, 30);

  private final List<String> paper = new ArrayList<>();
  private final Deque<Delivery> next = new ArrayDeque<>();
  private final Deque<PrinterLook> looks = new ArrayDeque<>();
  private final Map<String, Delivery> queue = new HashMap<>();
  private int killAtJob;
  private boolean printsWhenKilled;
  private int jobs;

  /** What becomes of the next job; what is printed lies on paper. */
  public FakePrinter then(Delivery delivery) {
    next.add(delivery);
    return this;
  }

  /** How it is, the next times that it is looked at. */
  public FakePrinter looking(PrinterLook... how) {
    looks.addAll(List.of(how));
    return this;
  }

  /** The run ends in its n-th job from now on, after or before the label came out. */
  public FakePrinter killing(int job, boolean afterPrinting) {
    killAtJob = jobs + job;
    printsWhenKilled = afterPrinting;
    return this;
  }

  /** Its queue forgets what it had. */
  public void forget() {
    queue.clear();
  }

  /** What came out, label by label. */
  public List<String> paper() {
    return List.copyOf(paper);
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public PrintLanguage language() {
    return PrintLanguage.ZPL;
  }

  @Override
  public JobSize jobSize() {
    return JobSize.ONE_PAGE;
  }

  @Override
  public PrinterLook look() {
    return looks.isEmpty() ? PrinterLook.READY : looks.removeFirst();
  }

  @Override
  public Delivery print(PrintDocument document, DeliveryWatch watch) {
    jobs++;
    watch.accepted(new JobTicket(jobs));
    if (jobs == killAtJob) {
      if (printsWhenKilled) {
        putOut(document);
      }
      queue.put(
          document.name(),
          printsWhenKilled ? new Delivery.Printed() : new Delivery.NotPrinted("taken out"));
      throw new Killed();
    }
    Delivery delivery = next.isEmpty() ? new Delivery.Printed() : next.removeFirst();
    if (delivery instanceof Delivery.Printed || delivery instanceof Delivery.HandedOver) {
      putOut(document);
    }
    return delivery;
  }

  private void putOut(PrintDocument document) {
    document.bytes().toUtf8().lines().forEach(paper::add);
  }

  @Override
  public Delivery recall(PastJob job) {
    return queue.getOrDefault(job.name(), new Delivery.Unclear("the queue does not know it"));
  }
}
