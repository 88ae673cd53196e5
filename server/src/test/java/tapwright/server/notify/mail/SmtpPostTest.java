package tapwright.server.notify.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.notice.MailKind;
import tapwright.core.notice.MailLanguage;
import tapwright.core.notice.MailOutcome;
import tapwright.core.notice.MailText;
import tapwright.server.app.mail.MailPost;
import tapwright.server.app.mail.MailPost.Posted;
import tapwright.server.main.serve.SampleCertificate;

/** Mail by SMTP to a server that was written apart. */
@Tag("smtp")
class SmtpPostTest {

  private static final Patience PATIENCE = Patience.of(Duration.ofSeconds(30));
  private static final String SHOP = "shop@example.com";
  private static final String SAMPLE = "sample@example.com";

  private static final Map<String, String> VALUES =
      Map.of(
          "name", "Mẫu नमूना عينة",
          "order", "A-1",
          "claim", "C-1",
          "missing", "a-photo",
          "rma", "R-1",
          "amount", "49.00 EUR",
          "link", "https://shop.example.com/c?a=1&b=2");

  private static final MailText TEXT =
      new MailText(MailLanguage.ENGLISH, "About A-1", ".\r\nHello\n", "<p>Hello</p>\n");

  @TempDir private static Path folder;
  private static SampleCertificate certificate;
  private static SampleCertificate otherCertificate;
  private static MailServerProcess plain;
  private static MailServerProcess secure;

  @BeforeAll
  static void open() {
    certificate = SampleCertificate.make(folder, "EC", 2);
    otherCertificate = SampleCertificate.make(folder, "EC", 2);
    plain = MailServerProcess.plain(folder);
    secure = MailServerProcess.secure(folder, "starttls", certificate, List.of());
  }

  @AfterAll
  static void close() {
    secure.close();
    plain.close();
  }

  @BeforeEach
  void forget() {
    secure.forget();
    plain.forget();
  }

  private static SmtpPost post(SmtpPlace place, SSLSocketFactory tls, String from) {
    return new SmtpPost(
        new SmtpServer(place, Optional.empty(), PATIENCE, tls),
        from,
        () -> Instant.parse("2026-03-02T08:00:00Z"),
        Runnable::run);
  }

  private static SmtpPost toPlainAs(String from) {
    SmtpPlace place = new SmtpPlace("127.0.0.1", plain.port(), SmtpPlace.Security.PLAIN);
    return post(place, (SSLSocketFactory) SSLSocketFactory.getDefault(), from);
  }

  private static Posted posted(SmtpPost post, String to) {
    return post.post(new MailPost.Letter("MAIL1", to, TEXT)).join();
  }

  private static Posted toPlain(String to) {
    return posted(toPlainAs(SHOP), to);
  }

  private static SmtpPlace secure(String host) {
    return new SmtpPlace(host, secure.port(), SmtpPlace.Security.STARTTLS);
  }

  private static SSLSocketFactory trusting(SampleCertificate certificate) {
    return SampleCertificate.trusting(certificate).getSocketFactory();
  }

  @Test
  void everyMail_inEveryLanguage_arrivesAsItWasWritten() {
    ShippedPhrases shipped = ShippedPhrases.read();
    SmtpPost post = post(secure("127.0.0.1"), trusting(certificate), SHOP);
    for (MailLanguage language : MailLanguage.values()) {
      for (MailKind kind : MailKind.values()) {
        MailText text = shipped.template(kind, language).render(values(shipped, language));
        String id = language + "-" + kind;
        assertEquals(new Posted.Sent(), post.post(new MailPost.Letter(id, SAMPLE, text)).join());
        assertIsThis(secure.taken().getLast(), id, text);
      }
    }
  }

  private static Map<String, String> values(ShippedPhrases shipped, MailLanguage language) {
    Map<String, String> values = new HashMap<>(VALUES);
    values.put("outcome", shipped.outcome(MailOutcome.REFUND, language));
    return values;
  }

  private static String crlf(String text) {
    return text.replace("\n", "\r\n");
  }

  private static void assertIsThis(JsonNode taken, String id, MailText text) {
    assertEquals("[]", taken.get("defects").toString());
    assertTrue(taken.get("encrypted").asBoolean());
    assertEquals(SHOP, taken.get("sender").asText());
    assertEquals("[\"" + SAMPLE + "\"]", taken.get("receivers").toString());
    assertEquals("example.com", taken.get("greeted").asText());
    assertEquals(crlf(text.text()), taken.get("text").asText());
    assertEquals(crlf(text.html()), taken.get("html").asText());
    JsonNode headers = taken.get("headers");
    assertEquals(text.subject(), headers.get("subject").asText());
    assertEquals(text.language().tag(), headers.get("content-language").asText());
    assertEquals("<" + id + "@example.com>", headers.get("message-id").asText());
    assertEquals("auto-generated", headers.get("auto-submitted").asText());
    assertEquals("Mon, 02 Mar 2026 08:00:00 +0000", headers.get("date").asText());
    assertEquals(SAMPLE, headers.get("to").asText());
  }

  @Test
  void tlsFromTheFirstByte_withUserAndPassword_isTaken() {
    try (MailServerProcess server =
        MailServerProcess.secure(folder, "tls", certificate, List.of("shop", "pass word"))) {
      SmtpServer known =
          new SmtpServer(
              new SmtpPlace("127.0.0.1", server.port(), SmtpPlace.Security.TLS),
              Optional.of(new SmtpServer.Account("shop", "pass word")),
              PATIENCE,
              trusting(certificate));

      assertEquals(new Posted.Sent(), posted(by(known), SAMPLE));
      assertEquals("shop", server.taken().getFirst().get("user").asText());
      assertTrue(server.taken().getFirst().get("encrypted").asBoolean());
    }
  }

  private static SmtpPost by(SmtpServer server) {
    return new SmtpPost(server, SHOP, () -> Instant.EPOCH, Runnable::run);
  }

  @Test
  void wrongPassword_mayBeRightLater() {
    try (MailServerProcess server =
        MailServerProcess.secure(folder, "starttls", certificate, List.of("shop", "right"))) {
      SmtpServer known =
          new SmtpServer(
              new SmtpPlace("127.0.0.1", server.port(), SmtpPlace.Security.STARTTLS),
              Optional.of(new SmtpServer.Account("shop", "wrong")),
              PATIENCE,
              trusting(certificate));

      assertEquals(
          new Posted.NotSent("the mail server says 535 5.7.8 to user and password"),
          posted(by(known), SAMPLE));
      assertEquals(
          Optional.of("the mail server says 535 5.7.8 to user and password"),
          by(known).objection());
      assertFalse(known.toString().contains("wrong"), known.toString());
    }
  }

  @Test
  void withoutStartTls_nothingIsSaid() {
    SmtpPlace place = new SmtpPlace("127.0.0.1", plain.port(), SmtpPlace.Security.STARTTLS);
    SmtpPost post = post(place, trusting(otherCertificate), SHOP);

    assertEquals(new Posted.NotSent("the mail server offers no STARTTLS"), posted(post, SAMPLE));
    assertEquals(List.of(), plain.taken());
  }

  /** One that nobody signed whom we trust, and one that is another host's. */
  @Test
  void certificateThatIsNotTheServers_endsIt() {
    SmtpPlace place = secure("127.0.0.1");
    Posted insecure = new Posted.NotSent("no secure connection to the mail server");
    assertEquals(insecure, posted(post(place, trusting(otherCertificate), SHOP), SAMPLE));
    assertEquals(insecure, posted(post(secure("localhost"), trusting(certificate), SHOP), SAMPLE));
    assertEquals(new Posted.Sent(), posted(post(place, trusting(certificate), SHOP), SAMPLE));
  }

  @Test
  void answers_tellWhatMayBeTriedAgain() {
    assertEquals(
        new Posted.Refused("the mail server says 550 to the receiver"),
        toPlain("rcpt-550@example.com"));
    assertEquals(
        new Posted.Refused("the mail server says 554 to the text"),
        toPlain("data-554@example.com"));
    assertEquals(
        new Posted.NotSent("the mail server says 451 to the receiver"),
        toPlain("rcpt-451@example.com"));
    assertEquals(
        new Posted.NotSent("the mail server says 452 to the text"),
        toPlain("data-452@example.com"));
    assertEquals(
        new Posted.NotSent("the mail server says 550 to the sender"),
        posted(toPlainAs("sender-550@example.com"), SAMPLE));
    assertEquals(List.of(), plain.taken());
  }

  @Test
  void answerLostAfterTheText_isUnknown() {
    assertInstanceOf(Posted.Unknown.class, toPlain("drop@example.com"));
    assertEquals(1, plain.taken().size());
  }

  /** The pause is what ends it; that it was over after the text and not before is in the answer. */
  @Test
  void noAnswerInTimeAfterTheText_isUnknown() {
    SmtpServer hasty =
        new SmtpServer(
            new SmtpPlace("127.0.0.1", plain.port(), SmtpPlace.Security.PLAIN),
            Optional.empty(),
            Patience.of(Duration.ofSeconds(2)),
            (SSLSocketFactory) SSLSocketFactory.getDefault());

    assertEquals(
        new Posted.Unknown(
            "it was handed over and not answered: no answer of the mail server in time"),
        posted(by(hasty), "mute@example.com"));
  }

  @Test
  void nobodyThere_isNotSent() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    SmtpPlace place = new SmtpPlace("127.0.0.1", free, SmtpPlace.Security.PLAIN);
    SmtpPost post = post(place, (SSLSocketFactory) SSLSocketFactory.getDefault(), SHOP);

    assertEquals(new Posted.NotSent("no connection to the mail server"), posted(post, SAMPLE));
  }

  @Test
  void lineBreaks_becomeNoHeadersAndNoCommands() {
    MailText broken =
        new MailText(MailLanguage.ENGLISH, "A\r\nBcc: other@example.com\r\n\r\nB", "a\n", "b\n");
    Posted sent = toPlainAs(SHOP).post(new MailPost.Letter("MAIL1", SAMPLE, broken)).join();
    assertEquals(new Posted.Sent(), sent);
    assertInstanceOf(Posted.Refused.class, toPlain("a@example.com>\r\nRCPT TO:<other@example.com"));

    assertEquals(1, plain.taken().size());
    assertFalse(plain.taken().getFirst().get("headers").has("bcc"));
    assertEquals(1, plain.taken().getFirst().get("receivers").size());
  }

  @Test
  void mailThatIsSentTwice_isTheSameToItsReceiver() {
    toPlain(SAMPLE);
    toPlain(SAMPLE);

    assertEquals(
        List.of("<MAIL1@example.com>", "<MAIL1@example.com>"),
        plain.taken().stream().map(mail -> mail.at("/headers/message-id").asText()).toList());
  }
}
