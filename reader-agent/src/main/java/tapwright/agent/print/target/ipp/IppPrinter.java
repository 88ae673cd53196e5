package tapwright.agent.print.target.ipp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.target.JobTicket;
import tapwright.agent.print.target.PrintDocument;
import tapwright.agent.print.target.PrintFault;
import tapwright.core.Bytes;

/** What one printer is asked and told. */
final class IppPrinter {

  private static final String USER = "tapwright";

  /** As far back as a job of an earlier run is looked for. */
  private static final int JOBS_LOOKED_AT = 500;

  private final IppChannel channel;
  private final IppAddress address;

  IppPrinter(IppChannel channel, IppAddress address) {
    this.channel = channel;
    this.address = address;
  }

  IppAddress address() {
    return address;
  }

  /** How it is and what it can do. */
  QueueLook look() {
    IppReply reply =
        again(
            () ->
                channel.ask(
                    address,
                    request(IppOperation.GET_PRINTER_ATTRIBUTES)
                        .with(
                            IppAttribute.keywords("requested-attributes", QueueLook.ATTRIBUTES))));
    if (!reply.status().isSuccess()) {
      throw new PrintFault.SaysNo(address.name(), refusal(reply));
    }
    return QueueLook.of(reply.printer());
  }

  /** A job without a document yet, which prints nothing, so that trying twice does no harm. */
  IppReply createJob(PrintDocument document) {
    IppRequest request =
        request(IppOperation.CREATE_JOB)
            .with(IppAttribute.name("job-name", document.name()))
            .forJob(media(document.size()), IppAttribute.keywords("print-scaling", "none"));
    return again(() -> channel.ask(address, request));
  }

  /** Gives a job its only document; asked once, since twice could print twice. */
  IppReply sendDocument(JobTicket ticket, String mediaType, Bytes document) {
    IppRequest request =
        request(IppOperation.SEND_DOCUMENT, IppAttribute.whole("job-id", ticket.id()))
            .with(IppAttribute.mediaType("document-format", mediaType))
            .with(IppAttribute.flag("last-document", true));
    return channel.ask(address, request, document);
  }

  /** How a job is; nothing where the queue does not know it, or no more. */
  Optional<JobLook> job(JobTicket ticket) {
    return attributes(ticket).flatMap(JobLook::of);
  }

  /**
   * Whether the queue's job of that number is the one that is meant: another server has the same
   * numbers, and one that was emptied counts anew.
   */
  boolean isNamed(JobTicket ticket, String jobName) {
    return attributes(ticket).flatMap(job -> job.text("job-name")).equals(Optional.of(jobName));
  }

  private Optional<IppGroup> attributes(JobTicket ticket) {
    IppRequest request =
        request(IppOperation.GET_JOB_ATTRIBUTES, IppAttribute.whole("job-id", ticket.id()))
            .with(IppAttribute.keywords("requested-attributes", JobLook.ATTRIBUTES));
    IppReply reply = again(() -> channel.ask(address, request));
    if (reply.status().isMissing()) {
      return Optional.empty();
    }
    if (!reply.status().isSuccess()) {
      throw new PrintFault.SaysNo(address.name(), refusal(reply));
    }
    return Optional.of(reply.job());
  }

  /** Takes a job out of the queue; one that is done stays as it is. */
  void cancel(JobTicket ticket) {
    again(
        () ->
            channel.ask(
                address,
                request(IppOperation.CANCEL_JOB, IppAttribute.whole("job-id", ticket.id()))));
  }

  /** The number of the job of that name, among those that the queue still knows. */
  Optional<JobTicket> find(String jobName) {
    return find(jobName, "not-completed").or(() -> find(jobName, "completed"));
  }

  private Optional<JobTicket> find(String jobName, String which) {
    IppRequest request =
        request(IppOperation.GET_JOBS)
            .with(IppAttribute.keywords("which-jobs", which))
            .with(IppAttribute.whole("limit", JOBS_LOOKED_AT))
            .with(IppAttribute.keywords("requested-attributes", JobLook.ATTRIBUTES));
    return again(() -> channel.ask(address, request)).jobs().stream()
        .filter(job -> job.text("job-name").equals(Optional.of(jobName)))
        .flatMap(job -> job.whole("job-id").stream().mapToObj(JobTicket::new))
        .findFirst();
  }

  /** What a printer that says no says. */
  static String refusal(IppReply reply) {
    String words = reply.words();
    return words.isEmpty()
        ? reply.status().words()
        : reply.status().words() + " (\"" + words + "\")";
  }

  /** The printer comes first, then what is asked for, then who asks (RFC 8011, section 4.1.5). */
  private IppRequest request(IppOperation operation, IppAttribute... subject) {
    return IppRequest.of(operation, IppAttribute.uri("printer-uri", address.uri().toString()))
        .with(subject)
        .with(IppAttribute.name("requesting-user-name", USER));
  }

  /** A connection that was kept open may have been closed there meanwhile. */
  private static IppReply again(Supplier<IppReply> question) {
    try {
      return question.get();
    } catch (PrintFault.BrokenOff once) {
      return question.get();
    }
  }

  /** A name that says its own size (PWG 5101.1, section 5), in tenths of a millimetre at most. */
  private static IppAttribute media(LabelSize size) {
    String name =
        String.format(
            Locale.ROOT, "custom_label_%smm", size(size.width()) + "x" + size(size.height()));
    return new IppAttribute("media", List.of(new IppValue.Text(IppTag.KEYWORD, name)));
  }

  private static String size(double millimetres) {
    String tenths = String.format(Locale.ROOT, "%.1f", millimetres);
    return tenths.endsWith(".0") ? tenths.substring(0, tenths.length() - 2) : tenths;
  }
}
