package tapwright.core.tag.originality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

class MakerKeyTest {

  @ParameterizedTest
  @EnumSource
  void key_liesOnItsCurve(MakerKey key) {
    assertTrue(key.curve().holds(key.point()));
  }

  /**
   * Read from chips and published: node-nxp-originality-verifier's tests, proxmark3's
   * recover_pk.py, nfc-ev2-crypto's test_ecc.py, AN12196 section 7.2.
   */
  @ParameterizedTest
  @CsvSource({
    "NTAG_21X, 0453C652FE4A80,"
        + " EDFD3263E7DDB1730260B832605205FB40FB32D7BB06F1DB49F17706C2ED6727",
    "NTAG_21X, 04E10CDA993C80,"
        + " 8B76052EE42F5567BEB53238B3E3F9950707C0DCC956B5C5EFCFDB709B2D82B3",
    "NTAG_21X, 04DB0BDA993C80,"
        + " 6048EFD9417CD10F6B7F1818D471A7FE5B46868D2EABDC6307A1E0AAE139D8D0",
    "ULTRALIGHT_EV1, 04EE45DAA34084,"
        + " EBB6102BFF74B087D18A57A54BC375159A04EA9BC61080B7F4A85AFE1587D73B",
    "ULTRALIGHT_EV1, 04C1285A373080,"
        + " CEA2EB0B3C95D0844A95B824A7553703B3702378033BF0987899DB70151A19E7",
    "ULTRALIGHT_EV1, 04C2285A373080,"
        + " A561506723D422D29ED9F93E60D20B9ED1E05CC1BF81DA19FE500CA0B81CC0ED",
    "NTAG_424, 04518DFAA96180,"
        + " D1940D17CFEDA4BFF80359AB975F9F6514313E8F90C1D3CAAF5941AD"
        + "744A1CDF9A83F883CAFE0FE95D1939B1B7E47113993324473B785D21"
  })
  void publishedPair_isSignedByItsKeyAlone(MakerKey key, String uid, String signature) {
    Uid chip = Uid.ofHex(uid);
    assertEquals(Optional.of(key), MakerKey.of(chip, Bytes.ofHex(signature)));
    assertEquals(Originality.GENUINE_BATCH, Originality.of(chip, Bytes.ofHex(signature)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EDFD3263E7DDB1730260B832605205FB40FB32D7BB06F1DB49F17706C2ED6727"})
  void flippedBit_anywhere_isNoSignature(String signature) {
    Bytes genuine = Bytes.ofHex(signature);
    Uid uid = Uid.ofHex("0453C652FE4A80");
    for (int bit = 0; bit < genuine.size() * 8; bit++) {
      Bytes flipped = flipped(genuine, bit);
      assertEquals(Originality.SIGNATURE_WRONG, Originality.of(uid, flipped), "bit " + bit);
    }
    for (int bit = 0; bit < 56; bit++) {
      Uid other = new Uid(flipped(uid.value(), bit));
      assertFalse(MakerKey.NTAG_21X.signed(other, genuine), "bit " + bit + " of the UID");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 33, 55, 56, 57, 64})
  void sizes_otherThanTheCurves_areNoSignature(int size) {
    Uid uid = Uid.ofHex("0453C652FE4A80");
    assertEquals(Originality.NO_SIGNATURE, Originality.of(uid, Bytes.zeros(size)));
    Bytes full = Bytes.ofHex("FF".repeat(size));
    assertEquals(Optional.empty(), MakerKey.of(uid, full));
  }

  private static Bytes flipped(Bytes bytes, int bit) {
    return bytes.with(bit / 8, Bytes.of(bytes.at(bit / 8) ^ 1 << bit % 8));
  }
}
