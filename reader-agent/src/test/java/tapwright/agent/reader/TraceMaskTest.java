package tapwright.agent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.Bytes;

class TraceMaskTest {

  @ParameterizedTest
  @CsvSource({
    "FF00000003D44260,FF00000003D44260",
    "FF00000007D4421B11223344,FF000000................",
    "FFC200010795051B1122334400,FFC20001..................",
    "FFFE0105051B1122334400,FFFE0105..............",
    "FF00000009D44001A20611223344,FF00000009D44001A20611223344",
    "FF00000009D44001A22B11223344,FF000000....................",
    "FFD600E50411223344,FFD600E5..........",
    "FFD600060411223344,FFD600060411223344",
    "00A4040007D276000085010100,00A40400..................",
    "905F0000190261,905F0000......",
    "9060000000,90600000..",
    "FF00000005D4423A1B2C,FF00000005D4423A1B2C",
    "FF00000000,FF00000000",
    "FFCA000000,FFCA000000",
    "FFCA,FFCA",
    "'',''"
  })
  void command_hidesWhatIsSecret(String command, String shown) {
    assertEquals(shown, TraceMask.of(Bytes.ofHex(command)).command());
  }

  /** The password of every path, however it is wrapped, and the PACK that answers it. */
  @ParameterizedTest
  @EnumSource(NativePath.class)
  void passwordAndPack_areHiddenOnEveryPath(NativePath path) {
    Bytes password = Bytes.ofHex("1BC0FFEE42");
    TraceMask mask = TraceMask.of(path.wrap(password));

    assertEquals(-1, mask.command().indexOf("C0FFEE42"));
    assertEquals("........9000", mask.response(Bytes.ofHex("D543BEEF9000")));
    assertEquals(
        -1, TraceMask.of(path.wrap(Bytes.ofHex("A285C0FFEE42"))).command().indexOf("C0FF"));
  }

  @Test
  void response_ofAnOpenCommand_isShown() {
    assertEquals(
        "04E19000", TraceMask.of(Bytes.ofHex("FFB0000410")).response(Bytes.ofHex("04E19000")));
    assertEquals("6A", TraceMask.of(Bytes.ofHex("00B0000410")).response(Bytes.ofHex("6A")));
  }
}
