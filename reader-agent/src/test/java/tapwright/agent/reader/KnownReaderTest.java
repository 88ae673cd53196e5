package tapwright.agent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.reader.FastReadLengths.Shortfall;

class KnownReaderTest {

  private static final String ACR1252U = "ACS ACR1252 Dual Reader PICC 0";
  private static final String IDENTIV = "Identiv uTrust 3700 F CL Reader 0";

  @TempDir Path folder;

  private final ReaderProfiles profiles = ReaderProfiles.inMemory();

  @Test
  void candidates_beginWithWhatPassedLastThenWithTheProfile() {
    KnownReader reader = profiles.of(ACR1252U);
    assertEquals(
        List.of(NativePath.TRANSPARENT_SESSION, NativePath.DIRECT_TRANSMIT, NativePath.ENCAPSULATE),
        reader.candidates());

    reader.found(NativePath.ENCAPSULATE);
    assertEquals(
        List.of(NativePath.ENCAPSULATE, NativePath.TRANSPARENT_SESSION, NativePath.DIRECT_TRANSMIT),
        reader.candidates());
  }

  @Test
  void readerWithoutAPathInItsProfile_isTriedByAllUntilItIsKnownToHaveNone() {
    KnownReader reader = profiles.of(IDENTIV);
    assertEquals(List.of(NativePath.values()), reader.candidates());
    assertEquals(4, reader.bytesPerRead());

    reader.foundNone();
    assertEquals(List.of(), reader.candidates());
  }

  @Test
  void whatWasLearnt_isKeptByModelWithoutItsIndices() throws Exception {
    Path file = folder.resolve("readers.tsv");
    KnownReader reader = ReaderProfiles.in(file).of("Sample Reader 00 00");
    reader.foundBytesPerRead(4);
    reader.fellShort(new Shortfall("one", 39, 30));
    reader.fellShort(new Shortfall("another", 39, 30));
    assertEquals(List.of("unknown\t30\t4\tSample Reader"), Files.readAllLines(file));

    KnownReader replugged = ReaderProfiles.in(file).of("Sample Reader 01 00");
    assertEquals(4, replugged.bytesPerRead());
    assertEquals(30, replugged.pagesPerFastRead());
    replugged.found(NativePath.DIRECT_TRANSMIT);
    assertEquals(List.of("direct-transmit\t30\t4\tSample Reader"), Files.readAllLines(file));
  }

  @Test
  void linesThatAreNotUnderstood_arePassedOver() throws Exception {
    Path file = folder.resolve("readers.tsv");
    Files.write(
        file,
        List.of(
            "direct-transmit\tSample Reader",
            "by-pigeon\t60\t16\tSample Reader",
            "unknown\t65\t16\tSample Reader",
            "unknown\t60\t8\tSample Reader",
            ""));

    KnownReader reader = ReaderProfiles.in(file).of("Sample Reader 00 00");
    assertEquals(60, reader.pagesPerFastRead());
    assertEquals(16, reader.bytesPerRead());
  }
}
