package tapwright.server.notify.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import tapwright.server.app.mail.MailPost.Posted;

/** How far a talk with a mail server has come, and what a failure there means for the mail. */
final class SmtpProgress {

  private final BooleanSupplier late;
  private Stage stage = Stage.GREETING;
  private Optional<Said> said = Optional.empty();

  /**
   * At the beginning of a talk.
   *
   * @param late whether it was ended since it took too long
   */
  SmtpProgress(BooleanSupplier late) {
    this.late = late;
  }

  /** The parts of a talk, in their order. */
  enum Stage {
    /** Who we are, and that nobody else listens. */
    GREETING("the greeting"),
    /** Who writes. */
    SENDER("the sender"),
    /** To whom. */
    RECEIVER("the receiver"),
    TEXT("the text"),
    /** The text is over; from here on the mail may be the server's. */
    END("the text");

    private final String subject;

    Stage(String subject) {
      this.subject = subject;
    }
  }

  /**
   * An answer, without the words that a server adds: these may be anything, an address too.
   *
   * @param code the three digits of RFC 5321 section 4.2
   * @param enhanced the code of RFC 3463, which says more, with a blank before it; may be empty
   */
  private record Said(int code, String enhanced) {

    private static final Pattern ENHANCED =
        Pattern.compile("\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b.*", Pattern.DOTALL);

    static Said of(int code, String line) {
      Matcher more = ENHANCED.matcher(line);
      return new Said(code, more.matches() ? " " + more.group(1) : "");
    }

    boolean isYes() {
      return code / 100 == 2;
    }

    boolean isNo() {
      return code / 100 == 4 || isNoForGood();
    }

    boolean isNoForGood() {
      return code / 100 == 5;
    }

    /** Of what the server lets whom do, and not of this mail (RFC 3463 section 3.8). */
    boolean isOfPolicy() {
      return enhanced.startsWith(" 5.7.");
    }

    @Override
    public String toString() {
      return code + enhanced;
    }
  }

  void enter(Stage next) {
    stage = next;
    said = Optional.empty();
  }

  /**
   * Notes an answer. What is asked after the first one of a stage only clears up, except while the
   * two get to know each other.
   */
  void hear(int code, String line) {
    if (code > 0 && (stage == Stage.GREETING || said.isEmpty())) {
      said = Optional.of(Said.of(code, line));
    }
  }

  /**
   * What became of the mail. Only what the server says of this mail's receiver or text ends it: who
   * refuses us, the sender or that we send to others may be told otherwise by whoever runs the two
   * servers.
   */
  Posted after(MessagingException failure) {
    String why = why(failure);
    if (stage == Stage.END && said.filter(Said::isYes).isPresent()) {
      return new Posted.Sent();
    }
    if (stage == Stage.END && said.filter(Said::isNo).isEmpty()) {
      return new Posted.Unknown("it was handed over and not answered: " + why);
    }
    boolean ofUs = stage == Stage.RECEIVER && said.filter(Said::isOfPolicy).isPresent();
    return stage.compareTo(Stage.RECEIVER) >= 0
            && !ofUs
            && said.filter(Said::isNoForGood).isPresent()
        ? new Posted.Refused(why)
        : new Posted.NotSent(why);
  }

  /** In words of ours. */
  String why(MessagingException failure) {
    return said.filter(Said::isNo)
        .map(
            no ->
                "the mail server says %s to %s"
                    .formatted(
                        no,
                        failure instanceof AuthenticationFailedException
                            ? "user and password"
                            : stage.subject))
        .orElseGet(() -> unanswered(failure));
  }

  private String unanswered(MessagingException failure) {
    if (late.getAsBoolean()) {
      return "the talk with the mail server took too long";
    }
    if (hasCause(failure, BoundedSocket.TooMuchSaid.class)) {
      return "the mail server says too much";
    }
    if (hasCause(failure, SSLException.class)) {
      return "no secure connection to the mail server";
    }
    if (hasCause(failure, SocketTimeoutException.class)) {
      return "no answer of the mail server in time";
    }
    return said.isEmpty() && stage == Stage.GREETING && hasCause(failure, IOException.class)
        ? "no connection to the mail server"
        : "the mail server broke off";
  }

  private static boolean hasCause(Throwable failure, Class<? extends IOException> type) {
    Throwable cause = failure.getCause();
    return type.isInstance(failure) || (cause != null && hasCause(cause, type));
  }
}
