package tapwright.core.tag.type4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

class Type4ContainerTest {

  /** NTAG 424 DNA as it leaves the factory. */
  private static final String FACTORY_424 = "001720010000FF0406E104010000000506E10500808283";

  @Test
  void factoryNtag424_isRead() {
    Type4Container container = Type4Container.parse(Bytes.ofHex(FACTORY_424)).orThrow();
    assertEquals(new Type4Container(0x20, 256, 255, 0xE104, 256, 0x00), container);
    assertEquals(254, container.capacityBytes());
    assertEquals(256, container.readBytes());
    assertEquals(255, container.writeBytes());
    assertTrue(container.isWritable());
  }

  @ParameterizedTest
  @CsvSource({
    // mapping, MLe, MLc, file, size, read, write
    "10, 000F, 0001, E104, 0005, 00, 15, 1, 3",
    "20, 003B, 0034, E101, 07FF, 00, 59, 52, 2045",
    "30, FFFF, FFFF, 0001, FFFE, 00, 256, 255, 32766"
  })
  void limits_areThoseOfShortCommands(
      String mapping,
      String mle,
      String mlc,
      String file,
      String size,
      String access,
      int readBytes,
      int writeBytes,
      int capacity) {
    Type4Container container =
        Type4Container.parse(
                Bytes.ofHex("000F" + mapping + mle + mlc + "0406" + file + size + access + "FF"))
            .orThrow();
    assertEquals(readBytes, container.readBytes());
    assertEquals(writeBytes, container.writeBytes());
    assertEquals(capacity, container.capacityBytes());
    assertFalse(container.isWritable());
  }

  @ParameterizedTest
  @CsvSource({
    "000E20003B00340406E1040032 0000, CCLEN, 000E, 000F and more",
    "000F00003B00340406E10400320000, mapping version, 00, 10 to 3F",
    "000F40003B00340406E10400320000, mapping version, 40, 10 to 3F",
    "000F20000E00340406E10400320000, MLe, 000E, 000F and more",
    "000F20003B00000406E10400320000, MLc, 0000, 0001 and more",
    "000F30003B00340608E10400320000, file control type, 06, 04",
    "000F20003B00340405E10400320000, file control length, 05, 06",
    "000F20003B00340406E10300320000, file identifier, E103, one not reserved",
    "000F20003B00340406E10200320000, file identifier, E102, one not reserved",
    "000F20003B00340406000000320000, file identifier, 0000, one not reserved",
    "000F20003B003404063F0000320000, file identifier, 3F00, one not reserved",
    "000F20003B003404063FFF00320000, file identifier, 3FFF, one not reserved",
    "000F20003B00340406FFFF00320000, file identifier, FFFF, one not reserved",
    "000F20003B00340406E10400040000, file size, 0004, 0005 to FFFE",
    "000F20003B00340406E104FFFF0000, file size, FFFF, 0005 to FFFE",
    "000F20003B00340406E10400328000, read access, 80, 00"
  })
  void fieldOutOfRange_isRefusedByName(String file, String field, String seen, String allowed) {
    assertEquals(
        "%s in the capability container file is %s, allowed is %s".formatted(field, seen, allowed),
        refused(file).message());
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "14"})
  void shortFile_isRefused(int size) {
    String file = FACTORY_424.substring(0, 2 * size);
    assertEquals(
        "the capability container file has " + size + " bytes, allowed are 15 and more",
        refused(file).message());
  }

  private static Refusal refused(String file) {
    return assertInstanceOf(
            Checked.Refused.class, Type4Container.parse(Bytes.ofHex(file.replace(" ", ""))))
        .refusal();
  }
}
