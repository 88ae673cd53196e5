package tapwright.server.notify.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailAddressTest {

  private static Optional<String> of(String text) {
    return MailAddress.of(text).map(MailAddress::text);
  }

  @Test
  void plainAddresses_stayAsTheyAre() {
    for (String text :
        List.of("sample@example.com", "a.b+c@mail.example.com", "o'neil@example.com", "a@b")) {
      assertEquals(Optional.of(text), of(text));
    }
  }

  @Test
  void domainInOtherLetters_isAsTheWireHasIt() {
    assertEquals(Optional.of("sample@xn--mgbh0fb.example"), of("sample@مثال.example"));
    assertEquals(Optional.of("sample@xn--bcher-kva.example"), of("sample@bücher.example"));
  }

  @Test
  void whatIsNoAddress_isNone() {
    for (String text :
        List.of(
            "",
            "a",
            "@example.com",
            "a@",
            "a@b, c@d",
            "a@b>",
            "<a@b>",
            "a b@example.com",
            "a@example.com\r\nBcc: b@example.com",
            "a\u0000@example.com",
            "a@exa\u0085mple.com",
            "a@b@c",
            ".a@example.com",
            "mẫu@example.com",
            "a@-example.com",
            "a@ex_ample.com",
            "a".repeat(250) + "@example.com")) {
      assertEquals(Optional.empty(), of(text), text);
    }
  }
}
