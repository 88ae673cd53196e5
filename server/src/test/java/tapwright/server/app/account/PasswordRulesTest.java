package tapwright.server.app.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Refusal;

class PasswordRulesTest {

  private static Optional<String> refusal(String password) {
    return PasswordRules.refusal(password, "sample@example.com").map(Refusal::message);
  }

  /** Neither digits nor signs nor capitals are asked for, and blanks are as good as any. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "seven green bottles",
        "ninebluebeds",
        "пять зелёных бутылок",
        "a1b2c3d4e5f6g7",
        "kfjwoeqmxnzp"
      })
  void longPasswords_areTaken(String password) {
    assertEquals(Optional.empty(), refusal(password));
  }

  @Test
  void length_isCountedInCharacters() {
    assertEquals(
        Optional.of("password has 11 characters, allowed are 12 to 256"), refusal("bottlesgree"));
    assertEquals(
        Optional.of("password has 11 characters, allowed are 12 to 256"),
        refusal("🍾🍾🍾🍾🍾🍾🍾🍾🍾🍾🍾"));
    assertEquals(Optional.empty(), refusal("seven green bottles ".repeat(12)));
    assertEquals(
        Optional.of("password has 257 characters, allowed are 12 to 256"),
        refusal("b".repeat(257)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "P@ssw0rd2026!",
        "Passwordpassword",
        "welcome12345",
        "Tapwright2026",
        "admin!admin!admin",
        "1234Password1234",
        "correct horse battery staple"
      })
  void commonPasswords_areNot(String password) {
    assertEquals(
        Optional.of(
            "password is a common password, perhaps with an ending, allowed is one that nobody"
                + " tries first"),
        refusal(password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456789012", "qwertyuiopas", "abcdefghijklm", "1q2w3e4r5t6z"})
  void rows_areNot(String password) {
    assertEquals(
        Optional.of("password is a row of neighbours, allowed is one that nobody tries first"),
        refusal(password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aaaaaaaaaaaa", "abababababab", "112211221122"})
  void fewCharacters_areNot(String password) {
    assertEquals(
        Optional.of(
            "password is a few characters over and over, allowed is one that nobody tries first"),
        refusal(password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample@example.com", "Sample2026!!", "sample123456"})
  void ownName_isNot(String password) {
    assertEquals(
        Optional.of("password is the account's own name, allowed is one that nobody tries first"),
        refusal(password));
  }
}
