package tapwright.agent.print.target.ipp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a job is, as its queue says.
 *
 * @param begun whether any of it may be on paper
 * @param words why it is as it is, where the queue says so
 */
record JobLook(JobState state, boolean begun, List<String> words) {

  /** What is asked for. */
  static final String[] ATTRIBUTES = {
    "job-id", "job-name", "job-state", "job-state-reasons", "time-at-processing"
  };

  JobLook {
    words = List.copyOf(words);
  }

  static Optional<JobLook> of(IppGroup job) {
    return job.whole("job-state").stream()
        .boxed()
        .flatMap(code -> JobState.of(code).stream())
        .map(state -> new JobLook(state, hasBegun(job, state), words(job)))
        .findFirst();
  }

  /**
   * A job that never was processed has no time for it (RFC 8011, section 5.3.14.2); a printer that
   * keeps no times leaves it open, and then all but a waiting job may have begun.
   */
  private static boolean hasBegun(IppGroup job, JobState state) {
    boolean waits = state == JobState.PENDING || state == JobState.HELD;
    boolean told = job.has("time-at-processing");
    return told ? job.whole("time-at-processing").isPresent() : !waits;
  }

  private static List<String> words(IppGroup job) {
    return job.texts("job-state-reasons").stream().flatMap(JobLook::words).distinct().toList();
  }

  private static Stream<String> words(String reason) {
    return switch (reason) {
      case "none", "job-printing", "job-completed-successfully", "job-canceled-by-user" ->
          Stream.empty();
      case "job-incoming", "job-data-insufficient" -> Stream.of("it has not all arrived");
      case "printer-stopped", "printer-stopped-partly" -> Stream.of("its printer is stopped");
      case "job-hold-until-specified" -> Stream.of("somebody holds it");
      case "document-format-error", "unsupported-document-format" ->
          Stream.of("the printer cannot read it");
      default -> Stream.of(reason.replace('-', ' '));
    };
  }
}
