package tapwright.agent.station.job;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.WorkItem;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Contact;
import tapwright.core.ndef.Link;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.WireContact;

/** What a job of the server means for a chip, for staff and for a label. */
final class JobContent {

  /** Those of a contact, by the names that refusals give them. */
  private static final Set<String> PERSONAL =
      Set.of("name", "title", "company", "phone", "email", "url");

  private JobContent() {}

  /**
   * That no chip can hold it. The server keeps reasons in the clear and shows them to staff, and a
   * terminal may be logged: so of a contact the field is named and what is wrong with it, by its
   * code, and never the value.
   */
  static Refusal refused(EncodeJob job, Refusal problem) {
    String field = String.valueOf(problem.details().get("field"));
    String told =
        PERSONAL.contains(field)
            ? "the contact's " + field + " is refused with " + problem.code().code()
            : problem.message();
    return StationRefusal.JOB_CONTENT.with("job", job.jobId(), "problem", told);
  }

  /** What is to be written; refused where no chip can hold it. */
  static Checked<EncodeRequest> request(EncodeJob job) {
    WireContact wire = job.contact();
    Checked<Optional<Contact>> contact =
        wire == null ? Checked.passed(Optional.empty()) : contact(wire).map(Optional::of);
    return Link.of("link", job.link())
        .then(link -> contact.map(whose -> CardMessages.of(link, whose, job.linkCounting())))
        .then(
            messages ->
                JobFinish.of(job)
                    .map(finish -> new EncodeRequest(messages, counting(job), finish)));
  }

  static Counting counting(EncodeJob job) {
    return switch (job.linkCounting()) {
      case NONE -> Counting.NONE;
      case MIRROR -> Counting.MIRROR;
      case SUN -> Counting.SUN;
    };
  }

  private static Checked<Contact> contact(WireContact wire) {
    return Contact.of(
        known(wire.name()),
        known(wire.title()),
        known(wire.company()),
        known(wire.phone()),
        known(wire.email()),
        known(wire.url()));
  }

  /** An older server may leave out a field that it does not know. */
  static String known(@Nullable String field) {
    return field == null ? "" : field;
  }

  static WorkItem workItem(String owner, EncodeJob job, EncodeRequest request) {
    return new WorkItem(owner, label(job), request, labelContent(job));
  }

  private static LabelContent labelContent(EncodeJob job) {
    WireContact contact = job.contact();
    LabelContent plain =
        LabelContent.of(job.qrLink())
            .with(LabelField.CARD_ID, job.slug())
            .with(LabelField.ORDER, job.order());
    return contact == null
        ? plain
        : plain
            .with(LabelField.NAME, known(contact.name()))
            .with(LabelField.TITLE, known(contact.title()))
            .with(LabelField.COMPANY, known(contact.company()));
  }

  /** What staff call it. */
  static String label(EncodeJob job) {
    return "order " + job.order() + " (card " + job.slug() + ")";
  }
}
