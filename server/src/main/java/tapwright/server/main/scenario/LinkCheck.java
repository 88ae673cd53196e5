package tapwright.server.main.scenario;

import java.net.http.HttpResponse;
import java.util.Optional;

/** Compares what a card's link is answered with what a step says that people see. */
final class LinkCheck {

  private static final int FOUND = 302;
  private static final int PAGE = 200;

  private final Step.Seen wanted;
  private final String leads;
  private final int status;

  LinkCheck(Kept kept, Step.Seen wanted) {
    this.wanted = wanted;
    this.leads = kept.into(wanted.leads());
    this.status = wanted.status().orElse(wanted.shows().isEmpty() ? FOUND : PAGE);
  }

  /** What is otherwise; empty where nothing is. */
  Optional<String> wrongIn(HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      return Optional.of(Words.instead("the status", status, answer.statusCode()));
    }
    String location = answer.headers().firstValue("Location").orElse("nowhere");
    if (!leads.isEmpty() && !location.equals(leads)) {
      return Optional.of(Words.instead("where it leads", leads, location));
    }
    return answer.body().contains(wanted.shows())
        ? Optional.empty()
        : Optional.of("the page should say \"" + wanted.shows() + "\" and does not");
  }

  /** What was seen where nothing was otherwise. */
  String saw() {
    return "answered "
        + status
        + (leads.isEmpty() ? "" : ", led to " + leads)
        + (wanted.shows().isEmpty() ? "" : ", \"" + wanted.shows() + "\"");
  }
}
