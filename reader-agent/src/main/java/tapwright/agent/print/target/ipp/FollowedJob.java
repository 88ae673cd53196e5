package tapwright.agent.print.target.ipp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.DeliveryWatch;
import tapwright.agent.print.target.JobTicket;
import tapwright.agent.print.target.PrintFault;
import tapwright.agent.print.target.PrinterClock;
import tapwright.agent.print.target.PrinterLook;

/** A job in a queue, asked after until it is known what became of it. */
final class FollowedJob {

  private static final Duration FIRST_ASKED = Duration.ofMillis(50);
  private static final Duration ASKED_AGAIN = Duration.ofMillis(500);

  /** So many times a job that shall be taken back is asked whether it is. */
  private static final int ASKED_IF_CANCELED = 20;

  private final IppPrinter printer;
  private final JobTicket ticket;
  private final PrinterClock clock;
  private final Duration patience;
  private @Nullable PrinterLook said;

  FollowedJob(IppPrinter printer, JobTicket ticket, PrinterClock clock, Duration patience) {
    this.printer = printer;
    this.ticket = ticket;
    this.clock = clock;
    this.patience = patience;
  }

  /** Waits until the job is at its end, or as long as the watch and patience go. */
  Delivery until(DeliveryWatch watch) {
    long end = clock.nanos() + patience.toNanos();
    Duration pause = FIRST_ASKED;
    while (clock.isBefore(end) && watch.goesOn()) {
      Optional<Delivery> known = look(watch);
      if (known.isPresent()) {
        return known.get();
      }
      clock.pause(pause);
      pause =
          pause.multipliedBy(2).compareTo(ASKED_AGAIN) < 0 ? pause.multipliedBy(2) : ASKED_AGAIN;
    }
    return givenUp();
  }

  private Delivery givenUp() {
    try {
      return takenBack(waitedWords());
    } catch (PrintFault away) {
      return new Delivery.Unclear("the print service was lost with its job in the queue");
    }
  }

  /** A print service that is away for a moment comes back with its jobs. */
  private Optional<Delivery> look(DeliveryWatch watch) {
    try {
      Optional<JobLook> job = printer.job(ticket);
      if (job.isEmpty()) {
        return Optional.of(gone());
      }
      if (job.get().state().isFinal()) {
        return Optional.of(ended(job.get()));
      }
      say(watch, waiting(job.get()));
    } catch (PrintFault away) {
      say(watch, PrinterLook.needsHelp("the print service does not answer"));
    }
    return Optional.empty();
  }

  private void say(DeliveryWatch watch, PrinterLook now) {
    boolean worthIt = !now.words().isEmpty() || said != null;
    if (worthIt && !now.equals(said)) {
      said = now;
      watch.waits(now);
    }
  }

  /** What the printer says comes first: it is what somebody can do something about. */
  private PrinterLook waiting(JobLook job) {
    PrinterLook look = printer.look().look();
    List<String> words = new ArrayList<>(look.words());
    job.words().stream().filter(word -> !words.contains(word)).forEach(words::add);
    if (job.state() == JobState.HELD && words.isEmpty()) {
      words.add("the job " + job.state().words());
    }
    return new PrinterLook(look.takesJobs(), words);
  }

  private String waitedWords() {
    return said == null || said.words().isEmpty()
        ? "it waited in the queue too long"
        : "it waited in the queue too long (" + said.inWords() + ")";
  }

  /**
   * Takes the job out of the queue, unless it is at its end already.
   *
   * @param why it is taken back
   */
  Delivery takenBack(String why) {
    Optional<JobLook> job = printer.job(ticket);
    if (job.isPresent() && !job.get().state().isFinal()) {
      printer.cancel(ticket);
      job = atItsEnd();
    }
    return job.map(look -> takenBack(look, why)).orElseGet(FollowedJob::gone);
  }

  private static Delivery takenBack(JobLook job, String why) {
    if (!job.state().isFinal()) {
      return new Delivery.Unclear(
          "its job could not be taken out of the queue and " + job.state().words());
    }
    return job.state() == JobState.CANCELED && !job.begun()
        ? new Delivery.NotPrinted(why + "; it was taken out again")
        : ended(job);
  }

  private Optional<JobLook> atItsEnd() {
    Optional<JobLook> job = printer.job(ticket);
    for (int i = 0; i < ASKED_IF_CANCELED && job.isPresent() && !job.get().state().isFinal(); i++) {
      clock.pause(ASKED_AGAIN);
      job = printer.job(ticket);
    }
    return job;
  }

  /** A job that was printed and one that was deleted are gone alike. */
  private static Delivery gone() {
    return new Delivery.Unclear("its job is gone from the queue, or the queue itself is");
  }

  private static Delivery ended(JobLook job) {
    String words = "its job " + job.state().words() + reasons(job);
    if (job.state() == JobState.COMPLETED) {
      return new Delivery.Printed();
    }
    return job.begun()
        ? new Delivery.Unclear(words + " after printing had begun")
        : new Delivery.NotPrinted(words);
  }

  private static String reasons(JobLook job) {
    return job.words().isEmpty() ? "" : " (" + String.join(", ", job.words()) + ")";
  }
}
