package tapwright.agent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.pcsc.Atr;
import tapwright.agent.pcsc.TagConnection;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** How many FAST_READs a run of 39 pages takes, and what is known of the reader's model then. */
class FastReadLengthsTest {

  private static final String READER = "Some Reader 00 00";
  private static final String NTAG215 = "0004040201001103";
  private static final String STRANGER = "0004040201AA1103";
  private static final int PAGES = 39;
  private static final int UNLIMITED = 64;

  @TempDir Path folder;

  private ReaderProfiles profiles = ReaderProfiles.inMemory();

  /** Begins anew with what is in the file. */
  private void start() {
    profiles = ReaderProfiles.in(folder.resolve("readers"));
  }

  private int reads(String version, int limitPages) {
    LimitedReader reader = new LimitedReader(Bytes.ofHex(version), limitPages);
    TagChannel channel = new TagChannels(profiles).open(READER, reader);
    assertEquals(PAGES * 4, channel.read(4, 4 + PAGES - 1).size());
    return reader.fastReads;
  }

  private int known() {
    return profiles.of(READER).pagesPerFastRead();
  }

  @Test
  void oneShortAnswer_costsItsPresentationOnly() {
    start();
    assertEquals(4, reads(NTAG215, 19), "39 fails, then 19, 19 and 1");
    assertEquals(60, known());
    assertEquals(1, reads(NTAG215, UNLIMITED));
    start();
    assertEquals(1, reads(NTAG215, UNLIMITED));
  }

  @Test
  void shortAnswers_withAProofAgainstThemInBetween_teachNothing() {
    for (int i = 0; i < 3; i++) {
      reads(NTAG215, 19);
      reads(NTAG215, UNLIMITED);
    }
    assertEquals(60, known());
  }

  @Test
  void sameLengthFailingInTwoPresentations_isLearntAndKept() {
    start();
    reads(NTAG215, 19);
    reads(NTAG215, 19);
    assertEquals(19, known());
    assertEquals(3, reads(NTAG215, 19));

    start();
    assertEquals(19, known());
  }

  @Test
  void lengthThatOneReaderCannotHaveShownTwice_isNotLearnt() {
    reads(NTAG215, 4);
    reads(NTAG215, 19);
    assertEquals(60, known());

    reads(NTAG215, 19);
    assertEquals(19, known());
  }

  @Test
  void chipThatIsNotKnown_teachesNothing() {
    reads(STRANGER, 19);
    reads(STRANGER, 19);
    assertEquals(60, known());
  }

  @Test
  void shortLength_isTriedLongerOncePerStart() {
    start();
    reads(NTAG215, 19);
    reads(NTAG215, 19);
    start();
    assertEquals(4, reads(NTAG215, 19), "38 is tried and fails, then 19, 19 and 1");
    assertEquals(3, reads(NTAG215, 19));
    assertEquals(19, known());
  }

  @Test
  void readerThatPassesMoreAfterAll_isBelievedAtOnce() {
    start();
    reads(NTAG215, 19);
    reads(NTAG215, 19);
    start();
    assertEquals(2, reads(NTAG215, UNLIMITED), "38 and 1");
    assertEquals(38, known());
    assertEquals(1, reads(NTAG215, UNLIMITED));
    assertEquals(39, known());
  }

  /** A reader of PN532 commands that says 07 of longer answers than it passes (as the ACR122U). */
  private static final class LimitedReader implements TagConnection {

    private static final int FAST_READ = 0x3A;
    private static final int COMMAND = 7;

    private final Bytes version;
    private final int limitPages;
    private int fastReads;

    LimitedReader(Bytes version, int limitPages) {
      this.version = version;
      this.limitPages = limitPages;
    }

    @Override
    public Bytes transmit(Bytes command) {
      if (command.at(COMMAND) != FAST_READ) {
        return passed(version);
      }
      fastReads++;
      int pages = command.at(COMMAND + 2) - command.at(COMMAND + 1) + 1;
      return pages > limitPages ? Bytes.ofHex("D543079000") : passed(Bytes.zeros(pages * 4));
    }

    private static Bytes passed(Bytes answer) {
      return Bytes.ofHex("D54300").plus(answer).plus(Bytes.ofHex("9000"));
    }

    @Override
    public Atr atr() {
      return new Atr(Bytes.EMPTY);
    }

    @Override
    public Optional<Uid> uid() {
      return Optional.empty();
    }

    @Override
    public void reactivate() {}

    @Override
    public void close() {}
  }
}
