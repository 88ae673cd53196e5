package tapwright.core.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource({
    "0123456789, 0123456789",
    "abcdefghjk, ABCDEFGHJK",
    "MNPQRSTVWX, MNPQRSTVWX",
    "ilILoO0011, 1111000011",
    "zzzzzzzzzz, ZZZZZZZZZZ"
  })
  void parse_readsAnyCaseAndTheLettersThatLookLikeDigits(String spelt, String slug) {
    assertEquals(Optional.of(new Slug(slug)), Slug.parse(spelt));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "012345678",
        "01234567890",
        "012345678U",
        "012345678u",
        "01234-6789",
        "012345678é"
      })
  void parse_refusesWhatIsNone(String spelt) {
    assertEquals(Optional.empty(), Slug.parse(spelt));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcdefghjk", "012345678I", "short", "012345678U"})
  void constructor_takesOnlyTheFormThatIsPrinted(String value) {
    assertThrows(IllegalArgumentException.class, () -> new Slug(value));
  }

  @Test
  void draw_givesEachDigitAnywhere() {
    Random random = new Random(7);
    Set<Character> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      Slug slug = Slug.draw(random);
      assertEquals(Optional.of(slug), Slug.parse(slug.value()));
      slug.value().chars().forEach(c -> seen.add((char) c));
    }
    assertEquals(32, seen.size());
  }

  @Test
  void cardId_readsWhatItWrites() {
    Random random = new Random(11);
    for (int i = 0; i < 1000; i++) {
      CardId id = CardId.draw(random);
      assertEquals(Optional.of(id), CardId.parse(id.toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0000000000000", "ZZZZZZZZZZZZZ", "000000000000", "000000000000U"})
  void cardId_refusesWhatIsNone(String text) {
    assertEquals(Optional.empty(), CardId.parse(text));
  }

  @Test
  void links_areMixedCaseOnTheChipAndUpperCaseInPrint() {
    CardLinks links = new CardLinks(URI.create("https://cards.example.com:8443"));
    Slug slug = new Slug("0123456789");

    assertEquals("https://cards.example.com:8443/t/0123456789", links.chipLink(slug));
    assertEquals("HTTPS://CARDS.EXAMPLE.COM:8443/Q/0123456789", links.printLink(slug));
  }

  @Test
  void links_needSchemeAndHost() {
    assertThrows(IllegalArgumentException.class, () -> new CardLinks(URI.create("example.com")));
  }

  @Test
  void sellerId_isLowerCase() {
    assertTrue(SellerId.isOne("default"));
    assertThrows(IllegalArgumentException.class, () -> new SellerId("Default"));
  }
}
