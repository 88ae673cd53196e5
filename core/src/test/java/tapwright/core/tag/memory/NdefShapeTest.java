package tapwright.core.tag.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.Bytes;

class NdefShapeTest {

  @ParameterizedTest
  @CsvSource({
    "D1 01 02 55 04 61, true",
    "51 01 02 55 04 61, true",
    "D1 00 02 04 61, true",
    "D0 00 00, true",
    "D0 00 01 00, false",
    "C1 01 00000002 55 04 61, true",
    "D9 01 02 01 55 61 04 61, true",
    "91 01 01 55 04 51 01 01 55 04, true",
    "91 01 01 55 04, false",
    "D1 01 02 55 04, false",
    "D1 01 02 55 04 61 00, false",
    "D6 00 00, false",
    "FE 00, false",
    "D7 00 01 00, true",
    "D7 01 01 00 00, false",
    "D5 00 01 00, true",
    "D5 01 01 00 00, false",
    "B1 01 01 55 04 56 00 01 61, true",
    "F1 01 01 55 04, false",
    "C1 01 7FFFFFFF 55, false",
    "C1 01 FFFFFFFF 55, false",
    "'', false",
    "D1, false"
  })
  void isMessage_asALenientPhoneSeesIt(String hex, boolean message) {
    assertEquals(message, NdefShape.isMessage(Bytes.ofHex(hex)));
  }
}
