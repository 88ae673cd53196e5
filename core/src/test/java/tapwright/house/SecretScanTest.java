package tapwright.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The alarm works: what is planted on purpose is found, in each form and nowhere else. */
class SecretScanTest {

  private static final String NAME = "Żółw Oddington";
  private static final byte[] KEY = {(byte) 0xC0, (byte) 0xFF, 0x0E, 0x42, 0x17, (byte) 0x99};

  @TempDir private Path folder;
  private final SecretScan scan = new SecretScan().text("name", NAME).bytes("key", KEY);

  static Stream<byte[]> formsOfTheName() {
    byte[] utf8 = NAME.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        utf8,
        NAME.getBytes(StandardCharsets.UTF_16),
        NAME.getBytes(StandardCharsets.UTF_16LE),
        new StringBuilder(new String(utf8, StandardCharsets.ISO_8859_1))
            .reverse()
            .toString()
            .getBytes(StandardCharsets.ISO_8859_1),
        HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII),
        Base64.getEncoder().encode(utf8),
        Base64.getEncoder().encode(("x" + NAME + "yz").getBytes(StandardCharsets.UTF_8)),
        Base64.getUrlEncoder().encode(("xx" + NAME + "y").getBytes(StandardCharsets.UTF_8)));
  }

  static Stream<byte[]> formsOfTheKey() {
    byte[] reversed = {(byte) 0x99, 0x17, 0x42, 0x0E, (byte) 0xFF, (byte) 0xC0};
    byte[] within = {1, (byte) 0xC0, (byte) 0xFF, 0x0E, 0x42, 0x17, (byte) 0x99, 2};
    return Stream.of(
        KEY,
        reversed,
        within,
        "c0ff0e421799".getBytes(StandardCharsets.US_ASCII),
        "9917420EFFC0".getBytes(StandardCharsets.US_ASCII),
        Base64.getEncoder().encode(KEY),
        Base64.getEncoder().encode(reversed),
        Base64.getEncoder().encode(within));
  }

  @ParameterizedTest
  @MethodSource("formsOfTheName")
  void aPlantedName_isFoundInEachForm(byte[] form) throws IOException {
    assertEquals(List.of(new SecretScan.Found("name", "a/file.bin")), found(form));
  }

  @ParameterizedTest
  @MethodSource("formsOfTheKey")
  void aPlantedKey_isFoundInEachForm(byte[] form) throws IOException {
    assertEquals(List.of(new SecretScan.Found("key", "a/file.bin")), found(form));
  }

  private List<SecretScan.Found> found(byte[] form) throws IOException {
    byte[] file = new byte[form.length + 20];
    System.arraycopy(form, 0, file, 7, form.length);
    Files.createDirectory(folder.resolve("a"));
    Files.write(folder.resolve("a/file.bin"), file);
    Files.writeString(folder.resolve("a/clean.txt"), "nobody, and no key");
    return scan.folder(folder);
  }

  @Test
  void aNameInANameOfAFile_isFound() throws IOException {
    Files.writeString(folder.resolve(NAME + ".txt"), "nothing");

    assertEquals(
        List.of(new SecretScan.Found("name", "name of/" + NAME + ".txt")), scan.folder(folder));
  }

  @Test
  void whatIsAllowedSomewhere_isFoundElsewhere() throws IOException {
    scan.allowing(List.of(new SecretScan.Allowed("na", "labels/*.pdf", "a label says a name")));
    Files.createDirectory(folder.resolve("labels"));
    Files.writeString(folder.resolve("labels/one.pdf"), NAME);
    Files.writeString(folder.resolve("labels/one.log"), NAME);

    assertEquals(List.of(new SecretScan.Found("name", "labels/one.log")), scan.folder(folder));
    assertEquals(
        List.of(new SecretScan.Found("name", "stdout")), scan.said("stdout", "Hello " + NAME));
  }
}
