package tapwright.core.ndef;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;

class SignedCodeTest {

  private static final String LINK = "https://example.com/t/AbC123";

  @ParameterizedTest
  @CsvSource({
    "?e=EF963FF7828658A599F3041510671E88&c=94EED9EE65337086, "
        + "?e=EF963FF7828658A599F3041510671E88&c=…",
    "?m=041E3C8A2D6B80x000006&c=4b00064004b0b3d3, ?m=041E3C8A2D6B80x000006&c=…",
    "?a=b&cmac=94EED9EE65337086&d=1, ?a=b&cmac=…&d=1",
    "?mac=94EED9EE65337086#top, ?mac=…#top"
  })
  void filledCode_isHidden(String query, String shown) {
    assertEquals(LINK + shown, SignedCode.hiddenIn(LINK + query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?c=0000000000000000",
        "?c=94EED9EE6533708",
        "?c=94EED9EE653370861",
        "?ac=94EED9EE65337086",
        "?m=041E3C8A2D6B80x000006"
      })
  void whatIsNoFilledCode_isShown(String query) {
    assertEquals(LINK + query, SignedCode.hiddenIn(LINK + query));
  }

  @Test
  void zeroed_keepsEveryOtherByte() {
    Bytes other = Bytes.ofHex("0080FF");
    Bytes filled = other.plus(Bytes.ofUtf8("?c=94EED9EE65337086")).plus(other);
    Bytes zeroed = other.plus(Bytes.ofUtf8("?c=0000000000000000")).plus(other);
    assertEquals(zeroed, SignedCode.zeroedIn(filled));
    assertEquals(zeroed, SignedCode.zeroedIn(zeroed));
  }
}
