package tapwright.core.tag.dna;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.Bytes;

class AesCmacTest {

  /** The key of all examples in RFC 4493, section 4. */
  private static final AesKey KEY = An12196.key("2B7E151628AED2A6ABF7158809CF4F3C");

  private static final String MESSAGE =
      "6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E51"
          + "30C81C46A35CE411E5FBC1191A0A52EFF69F2445DF4F9B17AD2B417BE66C3710";

  @ParameterizedTest
  @CsvSource({
    "0, BB1D6929E95937287FA37D129B756746",
    "16, 070A16B46B4D4144F79BDD9DD04A287C",
    "40, DFA66747DE9AE63030CA32611497C827",
    "64, 51F0BEBF7E3B9D92FC49741779363CFE",
  })
  void of_exampleOfRfc4493(int size, String code) {
    assertEquals(code, AesCmac.of(KEY, Bytes.ofHex(MESSAGE).slice(0, size)).toHex());
  }

  /** RFC 4493, section 4: the first step of the subkeys. */
  @Test
  void block_exampleOfRfc4493() {
    assertEquals("7DF76B0C1AB899B33E42F047B91B546F", Aes.block(KEY, Bytes.zeros(16)).toHex());
  }

  @Test
  void truncated_takesEverySecondByte() {
    assertEquals("1D295928A3127546", AesCmac.truncated(KEY, Bytes.EMPTY).toHex());
  }

  /** AN10922, section 2.2: UID, application and system as input. */
  @Test
  void diversifiedKey_exampleOfAn10922() {
    AesKey master = An12196.key("00112233445566778899AABBCCDDEEFF");
    Bytes input = Bytes.ofHex("04782E21801D80 3042F5 4E585020416275");
    assertEquals(
        "A8DD63A3B89D54B37CA802473FDA9175", KeyDiversification.key(master, input).value().toHex());
  }
}
