package tapwright.server.notify.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tapwright.server.notify.mail.SmtpPlace.Security;

class SmtpPlaceTest {

  @Test
  void url_tellsHostPortAndHowItIsEncrypted() {
    assertEquals(
        Optional.of(new SmtpPlace("mail.example.com", 587, Security.STARTTLS)),
        SmtpPlace.of("smtp://mail.example.com"));
    assertEquals(
        Optional.of(new SmtpPlace("mail.example.com", 2465, Security.TLS)),
        SmtpPlace.of("SMTPS://mail.example.com:2465"));
    assertEquals(
        Optional.of(new SmtpPlace("::1", 25, Security.PLAIN)), SmtpPlace.of("smtp+plain://[::1]"));
    assertEquals(
        Optional.of(new SmtpPlace("localhost", 1025, Security.PLAIN)),
        SmtpPlace.of("smtp+plain://localhost:1025"));
  }

  @Test
  void whatElseStandsThere_isRefused() {
    for (String url :
        List.of(
            "smtp+plain://mail.example.com",
            "smtp+plain://127.0.0.2",
            "smtp://user:secret@mail.example.com",
            "smtp://mail.example.com/path",
            "smtp://mail.example.com?a=b",
            "smtp://mail.example.com:0",
            "smtp://mail.example.com:65536",
            "smtp:mail.example.com",
            "http://mail.example.com",
            "mail.example.com",
            "smtp://",
            "")) {
      assertEquals(Optional.empty(), SmtpPlace.of(url), url);
    }
  }
}
