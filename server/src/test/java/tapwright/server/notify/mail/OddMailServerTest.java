package tapwright.server.notify.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import tapwright.core.notice.MailLanguage;
import tapwright.core.notice.MailText;
import tapwright.server.app.mail.MailPost;
import tapwright.server.app.mail.MailPost.Posted;
import tapwright.server.app.mail.SendMails;

/** Mail by SMTP to servers that are slow, hostile or set up wrongly. */
class OddMailServerTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private static final SmtpServer.Account ACCOUNT = new SmtpServer.Account("shop", "pass word");

  private static final Map<String, String> USUAL =
      Map.of(
          "EHLO", "250 odd.example.com",
          "MAIL", "250 OK",
          "RCPT", "250 OK",
          "DATA", "354 go on",
          "QUIT", "221 bye");

  /** What ends a talk that takes too long, which goes off when the test says so. */
  private final CompletableFuture<Runnable> alarm = new CompletableFuture<>();

  private final CompletableFuture<Void> calledOff = new CompletableFuture<>();

  private SmtpPost post(OddMailServer there, Optional<SmtpServer.Account> account) {
    Patience patience =
        new Patience(
            LONG,
            LONG,
            (pause, deed) -> {
              alarm.complete(deed);
              return calledOff;
            });
    Executor threads = task -> Thread.ofVirtual().start(task);
    return new SmtpPost(
        new SmtpServer(
            there.place(), account, patience, (SSLSocketFactory) SSLSocketFactory.getDefault()),
        "shop@example.com",
        () -> Instant.EPOCH,
        threads);
  }

  private static CompletableFuture<Posted> posted(SmtpPost post) {
    MailText text = new MailText(MailLanguage.ENGLISH, "About A-1", "Hello\n", "<p>Hello</p>\n");
    return post.post(new MailPost.Letter("MAIL1", "sample@example.com", text));
  }

  @Test
  void greetingThatNeverEnds_isEndedWhenItsTimeIsOver() throws InterruptedException {
    try (OddMailServer there = OddMailServer.thatGreetsForEver()) {
      CompletableFuture<Posted> posted = posted(post(there, Optional.empty()));
      there.underWay.await();
      assertFalse(posted.isDone());
      alarm.join().run();

      assertEquals(
          new Posted.NotSent("the talk with the mail server took too long"), posted.join());
    }
  }

  /** Whether the text was taken nobody can say then. */
  @Test
  void answerAfterTheTextThatNeverComes_isUnknownWhenItsTimeIsOver() throws InterruptedException {
    try (OddMailServer there = OddMailServer.thatAnswers(USUAL)) {
      CompletableFuture<Posted> posted = posted(post(there, Optional.empty()));
      there.underWay.await();
      alarm.join().run();

      assertEquals(
          new Posted.Unknown(
              "it was handed over and not answered: the talk with the mail server took too long"),
          posted.join());
    }
  }

  @Test
  void lineThatNeverEnds_isReadNoFurtherThanALineMayBe() {
    try (OddMailServer there = OddMailServer.withoutLineEnds()) {
      SmtpPost post = post(there, Optional.empty());

      assertEquals(new Posted.NotSent("the mail server says too much"), posted(post).join());
      assertEquals(Optional.of("the mail server says too much"), post.objection());
    }
  }

  @Test
  void talkThatIsOver_callsItsAlarmOff() {
    try (OddMailServer there =
        OddMailServer.thatAnswers(Map.of("EHLO", "554 no", "HELO", "554 no"))) {
      posted(post(there, Optional.empty())).join();

      assertTrue(calledOff.isCancelled());
    }
  }

  @Test
  void serverWithoutLogin_isToldNoMailOfOurs() {
    try (OddMailServer there = OddMailServer.thatAnswers(USUAL)) {
      SmtpPost post = post(there, Optional.of(ACCOUNT));

      assertEquals(new Posted.NotSent("the mail server offers no login"), posted(post).join());
      assertEquals(Optional.of("the mail server offers no login"), post.objection());
      assertFalse(there.words().contains("MAIL"), there.words().toString());
    }
  }

  @Test
  void serverWithALoginThatWeDoNotKnow_isToldNoMailOfOurs() {
    try (OddMailServer there =
        OddMailServer.thatAnswers(Map.of("EHLO", "250-odd\r\n250 AUTH SAMPLE-1"))) {
      SmtpPost post = post(there, Optional.of(ACCOUNT));

      assertEquals(new Posted.NotSent("the mail server offers no login"), posted(post).join());
    }
  }

  /** It lets us send nothing to others, which whoever runs it can mend. */
  @Test
  void receiverThatIsRefusedByPolicy_isTriedAgain() {
    for (String no : List.of("554 5.7.1 no relaying", "550 5.7.0 log in first")) {
      try (OddMailServer there =
          OddMailServer.thatAnswers(
              Map.of("EHLO", "250 odd", "MAIL", "250 OK", "RCPT", no, "RSET", "250 OK"))) {
        assertEquals(
            new Posted.NotSent("the mail server says " + no.substring(0, 9) + " to the receiver"),
            posted(post(there, Optional.empty())).join());
      }
    }
  }

  @Test
  void longestTalk_isOverBeforeAnotherNodeMayThinkThatThisOneIsGone() {
    assertTrue(Patience.of(Duration.ofSeconds(25)).talk().compareTo(SendMails.HOLD) < 0);
  }
}
