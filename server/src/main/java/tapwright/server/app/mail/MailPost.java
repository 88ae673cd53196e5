package tapwright.server.app.mail;

import java.util.concurrent.CompletableFuture;
import tapwright.core.notice.MailText;

/** Carries mail to where it is sent from. */
public interface MailPost {

  /** Hands a mail over once; it never fails but by a defect. */
  CompletableFuture<Posted> post(Letter letter);

  /**
   * A mail with its address.
   *
   * @param id no other mail's
   */
  record Letter(String id, String to, MailText text) {

    /** Without the address and the text, which are a person's. */
    @Override
    public String toString() {
      return "letter " + id;
    }
  }

  /** What came of it; the reasons are in words of ours. */
  sealed interface Posted {

    record Sent() implements Posted {}

    /** It was surely not sent, and may be later. */
    record NotSent(String why) implements Posted {}

    /** It was surely not sent, and never will be. */
    record Refused(String why) implements Posted {}

    /** It may have been sent. */
    record Unknown(String why) implements Posted {}
  }
}
