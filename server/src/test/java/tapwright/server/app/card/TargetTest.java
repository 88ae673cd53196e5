package tapwright.server.app.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {

  private static final String ALLOWED = "a link that begins with https:// or http://";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://example.com            | https://example.com",
        "HTTP://example.com:65535/a?b#c | HTTP://example.com:65535/a?b#c",
        "https://example.com/\u00fc     | https://example.com/%C3%BC",
        "https://[2001:db8::1]:8443/    | https://[2001:db8::1]:8443/"
      })
  void of_aLink_isItInAscii(String text, String value) {
    assertEquals(Optional.empty(), Target.allowedInsteadOf(text));
    assertEquals(value, Target.of(text).value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "javascript:alert(1)          | ''",
        "file:///etc                  | ''",
        "https://                     | , with a host",
        "https://example.com:65536/   | , with a port up to 65535",
        "https://example.com:9999999999/ |"
            + " , with a host and at most a port after it, up to 65535",
        "https://me@example.com/      | , without a user before its host",
        "https://m\u00fcller.example/  |"
            + " , without '\u00fc' (U+00FC) at character 10: write the host in punycode, xn--",
        "https://my_shop.example/     |"
            + " , without '_' (U+005F) at character 11: write the host in punycode, xn--",
        "https://example.com/a b      |"
            + " , without ' ' (U+0020) at character 22: percent-encode it",
        "https://example.com/\ud800   |"
            + " , without '\u00b7' (U+D800) at character 21: it is half of a character"
      })
  void allowedInsteadOf_whatIsNoTarget_namesTheCharacterAndTheRemedy(String text, String more) {
    assertEquals(Optional.of(ALLOWED + more), Target.allowedInsteadOf(text));
  }

  @Test
  void of_whatIsNoTarget_isADefect() {
    assertThrows(IllegalArgumentException.class, () -> Target.of("file:///etc"));
  }
}
