package tapwright.agent.print.target.ipp;

import java.time.Duration;
import java.util.Optional;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.DeliveryWatch;
import tapwright.agent.print.target.JobTicket;
import tapwright.agent.print.target.PastJob;
import tapwright.agent.print.target.PrintDocument;
import tapwright.agent.print.target.PrintFault;
import tapwright.agent.print.target.PrintLanguage;
import tapwright.agent.print.target.PrintTarget;
import tapwright.agent.print.target.PrinterClock;
import tapwright.agent.print.target.PrinterLook;

/**
 * A print queue or printer that speaks IPP.
 *
 * <p>A job is made first and gets its document second, so that its number is known, and written
 * down, before anything of it can be on paper: whatever ends this run, the queue can be asked.
 */
public final class IppTarget implements PrintTarget {

  private final IppPrinter printer;
  private final PrintLanguage language;
  private final PrinterClock clock;
  private final Duration patience;

  /**
   * A queue.
   *
   * @param language PDF for one that turns it into what its printer needs; ZPL for one that hands
   *     on to a label printer what it gets
   * @param patience how long a job may wait before it is taken back
   */
  public IppTarget(
      IppPrinterPlace place, PrintLanguage language, PrinterClock clock, Duration patience) {
    this.printer = new IppPrinter(place.channel(), place.address());
    this.language = language;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public String name() {
    return printer.address().name();
  }

  @Override
  public PrintLanguage language() {
    return language;
  }

  @Override
  public JobSize jobSize() {
    return JobSize.ONE_PAGE;
  }

  @Override
  public PrinterLook look() {
    return printer.look().look();
  }

  @Override
  public Delivery print(PrintDocument document, DeliveryWatch watch) {
    IppReply created = printer.createJob(document);
    Optional<JobTicket> ticket = ticketOf(created);
    if (!created.status().isSuccess() || ticket.isEmpty()) {
      return new Delivery.NotPrinted(IppPrinter.refusal(created));
    }
    watch.accepted(ticket.get());
    return send(document, ticket.get()).orElseGet(() -> follow(ticket.get()).until(watch));
  }

  private static Optional<JobTicket> ticketOf(IppReply created) {
    return created.job().whole("job-id").stream().mapToObj(JobTicket::new).findFirst();
  }

  /** What became of it where that is known at once; else the queue is asked. */
  private Optional<Delivery> send(PrintDocument document, JobTicket ticket) {
    try {
      IppReply reply = printer.sendDocument(ticket, mediaType(), document.bytes());
      if (reply.status().isSuccess()) {
        return Optional.empty();
      }
      printer.cancel(ticket);
      return Optional.of(new Delivery.NotPrinted(IppPrinter.refusal(reply)));
    } catch (PrintFault lost) {
      return Optional.empty();
    }
  }

  /** A queue that hands on what it gets knows ZPL only as bytes of any kind. */
  private String mediaType() {
    return language == PrintLanguage.ZPL ? "application/octet-stream" : language.mediaType();
  }

  @Override
  public Delivery recall(PastJob job) {
    Optional<JobTicket> ticket =
        Optional.ofNullable(job.ticket())
            .filter(kept -> printer.isNamed(kept, job.name()))
            .or(() -> printer.find(job.name()));
    return ticket
        .map(known -> follow(known).takenBack("it was left in the queue when the run ended"))
        .orElseGet(() -> new Delivery.Unclear("the queue does not know its job " + job.name()));
  }

  private FollowedJob follow(JobTicket ticket) {
    return new FollowedJob(printer, ticket, clock, patience);
  }
}
