package tapwright.server.store.spool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.card.Slug;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.LinkKind;
import tapwright.server.record.StoreFault;
import tapwright.server.record.hit.Arrival;

class SpoolFileTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123456Z");
  private static final long ROOM = 1_000_000;

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("hits.spool");
  }

  private Path aside() {
    return folder.resolve("hits.spool.aside");
  }

  private SpoolFile open() {
    return SpoolFile.open(file(), ROOM);
  }

  private static Arrival arrival(int id) {
    Hit hit =
        new Hit(
            LinkKind.CHIP,
            id % 2 == 0,
            "agent ü " + id,
            "prefetch",
            new ChipParameters("m" + id, "e" + id, "c" + id),
            id % 3 == 0);
    return new Arrival(new Slug("%010d".formatted(id)), hit, NOW.plusSeconds(id), id * -7L);
  }

  private static List<Arrival> arrivals(int from, int to) {
    List<Arrival> all = new ArrayList<>();
    for (int id = from; id < to; id++) {
      all.add(arrival(id));
    }
    return all;
  }

  @Test
  void hits_comeBackWholeAndInOrderAfterAnotherStart() {
    try (SpoolFile spool = open()) {
      spool.append(arrivals(0, 3));
      spool.append(arrivals(3, 5));
    }
    try (SpoolFile again = open()) {
      assertEquals(5, again.size());
      assertEquals(arrivals(0, 5), again.first(10));
      assertEquals(arrivals(0, 2), again.first(2));
    }
  }

  @Test
  void removedHits_areGoneHereAndMayComeBackUntilAllAreOut() throws IOException {
    try (SpoolFile spool = open()) {
      spool.append(arrivals(0, 3));
      spool.first(2);
      spool.remove(2);
      assertEquals(arrivals(2, 3), spool.first(10));
      assertEquals(1, spool.size());
    }
    try (SpoolFile again = open()) {
      assertEquals(arrivals(0, 3), again.first(10));
      again.remove(3);
      assertEquals(0, again.size());
    }
    assertEquals(0, Files.size(file()));
  }

  @Test
  void moreHitsThanOneLookReaches_areAllFoundAgain() {
    int count = 5_000;
    try (SpoolFile spool = open()) {
      spool.append(arrivals(0, count));
    }
    try (SpoolFile again = open()) {
      assertEquals(count, again.size());
      List<Arrival> seen = new ArrayList<>();
      while (again.size() > 0) {
        List<Arrival> some = again.first(700);
        seen.addAll(some);
        again.remove(some.size());
      }
      assertEquals(arrivals(0, count), seen);
    }
  }

  @Test
  void aTornEnd_isCutAwayWhereverItWasTorn() throws IOException {
    byte[] whole;
    int firstTwo;
    try (SpoolFile spool = open()) {
      spool.append(arrivals(0, 2));
      firstTwo = Math.toIntExact(Files.size(file()));
      spool.append(arrivals(2, 3));
      whole = Files.readAllBytes(file());
    }
    for (int length = firstTwo; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      try (SpoolFile again = open()) {
        assertEquals(arrivals(0, 2), again.first(10), "torn at " + length);
        again.append(arrivals(7, 8));
      }
      try (SpoolFile again = open()) {
        assertEquals(List.of(arrival(0), arrival(1), arrival(7)), again.first(10));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aFlippedBit_isNeverTakenForAHit(long seed) throws IOException {
    try (SpoolFile spool = open()) {
      spool.append(arrivals(0, 4));
    }
    byte[] bytes = Files.readAllBytes(file());
    int bit = new Random(seed).nextInt(bytes.length * Byte.SIZE);
    bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    Files.write(file(), bytes);

    try (SpoolFile again = open()) {
      List<Arrival> left = again.first(10);
      List<Arrival> written = arrivals(0, 4);
      written.retainAll(left);
      assertEquals(written, left, "seed " + seed);
      assertEquals(3, left.size(), "seed " + seed);
    }
  }

  @Test
  void aBadByte_costsItsOwnHitAloneAndNoByteIsLost() throws IOException {
    try (SpoolFile spool = open()) {
      spool.append(arrivals(0, 5_000));
    }
    byte[] bytes = Files.readAllBytes(file());
    bytes[12] ^= 1;
    Files.write(file(), bytes);
    byte[] first = Arrays.copyOf(bytes, SpoolFrame.encode(arrival(0)).length);

    try (SpoolFile again = open()) {
      assertEquals(4_999, again.size());
      List<Arrival> seen = new ArrayList<>();
      while (again.size() > 0) {
        List<Arrival> some = again.first(700);
        seen.addAll(some);
        again.remove(some.size());
      }
      assertEquals(arrivals(1, 5_000), seen);
    }
    assertEquals(0, Files.size(file()));
    assertArrayEquals(first, Files.readAllBytes(aside()));
  }

  @Test
  void aHitDamagedWhileItWaits_costsItselfAloneAndIsKeptAside() throws IOException {
    try (SpoolFile spool = open()) {
      spool.append(arrivals(0, 3));
      byte[] bytes = Files.readAllBytes(file());
      int begin = SpoolFrame.encode(arrival(0)).length;
      int end = begin + SpoolFrame.encode(arrival(1)).length;
      bytes[begin + 12] ^= 1;
      Files.write(file(), bytes);

      assertEquals(List.of(arrival(0), arrival(2)), spool.first(10));
      spool.remove(2);
      assertEquals(List.of(), spool.first(10));
      assertEquals(0, spool.size());
      assertEquals(0, Files.size(file()));
      assertArrayEquals(Arrays.copyOfRange(bytes, begin, end), Files.readAllBytes(aside()));
    }
  }

  /** As by somebody who makes room; what is gone cannot wait for ever. */
  @Test
  void aFileCutFromOutside_waitsForNoHitThatIsGone() throws IOException {
    try (SpoolFile spool = open()) {
      spool.append(arrivals(0, 3));
      Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), 9));

      assertEquals(List.of(), spool.first(10));
      assertEquals(0, spool.size());
      assertEquals(9, Files.size(aside()));
      spool.append(arrivals(3, 4));
      assertEquals(arrivals(3, 4), spool.first(10));
    }
  }

  @Test
  void aHitThatIsGoneBeforeItIsSetAside_isNoDefect() throws IOException {
    try (SpoolFile spool = open()) {
      spool.append(arrivals(0, 1));
      Files.write(file(), new byte[0]);

      spool.setFirstAside();
      assertEquals(0, spool.size());
    }
  }

  @Test
  void whatIsCutOffTheEnd_isKeptAside() throws IOException {
    byte[] junk = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    try (SpoolFile spool = open()) {
      spool.append(arrivals(0, 1));
    }
    Files.write(file(), junk, StandardOpenOption.APPEND);
    try (SpoolFile again = open()) {
      assertEquals(arrivals(0, 1), again.first(10));
    }
    open().close();
    assertArrayEquals(junk, Files.readAllBytes(aside()));
  }

  /** As a later program would write it, to which this one was put back. */
  @Test
  void aHitOfAnotherVersion_isRefusedAndLeftAsItIs() throws IOException {
    byte[] body = {2, 0, 0};
    CRC32C checksum = new CRC32C();
    checksum.update(body);
    byte[] frame =
        ByteBuffer.allocate(11)
            .putInt(body.length)
            .putInt((int) checksum.getValue())
            .put(body)
            .array();
    Files.write(file(), frame);

    String message = String.valueOf(assertThrows(StoreFault.Unfit.class, this::open).getMessage());

    assertTrue(message.contains(file() + " holds hits of version 2, allowed is 1"), message);
    assertArrayEquals(frame, Files.readAllBytes(file()));
  }

  @ParameterizedTest
  @EnumSource(
      value = UnreliableChannel.Mood.class,
      names = {"NO_CUT", "NO_SYNC"})
  void anEmptyingThatFailed_losesNoHitThatComesLater(UnreliableChannel.Mood failing)
      throws IOException {
    UnreliableChannel channel = new UnreliableChannel(OwnersChannel.open(file()));
    try (SpoolFile spool = SpoolFile.open(file(), channel, ROOM)) {
      spool.append(arrivals(0, 3));
      int taken = spool.first(512).size();
      channel.is(failing);
      assertThrows(StoreFault.Unavailable.class, () -> spool.remove(taken));
      assertThrows(StoreFault.Unavailable.class, () -> spool.append(arrivals(3, 4)));
      channel.is(UnreliableChannel.Mood.WELL);

      // What the next try to drain does, and a hit that comes then.
      assertEquals(List.of(), spool.first(512));
      spool.remove(0);
      assertEquals(0, Files.size(file()));
      spool.append(arrivals(3, 4));
      assertEquals(1, spool.size());
      assertEquals(arrivals(3, 4), spool.first(512));
    }
    try (SpoolFile again = open()) {
      assertEquals(arrivals(3, 4), again.first(512));
    }
  }

  @Test
  void aLookForNoHits_findsNone() {
    try (SpoolFile spool = open()) {
      spool.append(arrivals(0, 2));
      assertEquals(List.of(), spool.first(0));
    }
  }

  @Test
  void aSecondServer_isRefusedAndTheFirstGoesOn() {
    try (SpoolFile one = open()) {
      one.append(arrivals(0, 1));
      String message =
          String.valueOf(assertThrows(StoreFault.Unfit.class, this::open).getMessage());
      assertTrue(message.contains(file() + " is another server's; stop that one"), message);
      one.append(arrivals(1, 2));
    }
    try (SpoolFile again = open()) {
      assertEquals(arrivals(0, 2), again.first(10));
    }
  }

  @Test
  void aFullSpool_takesNothingOfWhatIsTooMuchAndAgainWhenItIsEmptied() {
    try (SpoolFile spool = SpoolFile.open(file(), 250)) {
      spool.append(arrivals(0, 2));
      assertThrows(StoreFault.Overloaded.class, () -> spool.append(arrivals(2, 6)));
      assertEquals(arrivals(0, 2), spool.first(10));
      spool.remove(2);
      spool.append(arrivals(2, 4));
      assertEquals(arrivals(2, 4), spool.first(10));
    }
  }

  @Test
  void aHitSetAside_isKeptInAFileOfItsOwn() throws IOException {
    try (SpoolFile spool = open()) {
      spool.append(arrivals(0, 2));
      spool.setFirstAside();
      assertEquals(arrivals(1, 2), spool.first(10));
    }
    Files.move(folder.resolve("hits.spool.aside"), folder.resolve("aside"));
    try (SpoolFile aside = SpoolFile.open(folder.resolve("aside"), ROOM)) {
      assertEquals(arrivals(0, 1), aside.first(10));
    }
  }

  @Test
  void theFile_isItsOwnersAlone() throws IOException {
    open().close();
    if (Files.getFileStore(file()).supportsFileAttributeView("posix")) {
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }
    assertFalse(Files.isExecutable(file()));
  }

  @Test
  void removingWhatWasNotLookedAt_isADefect() {
    try (SpoolFile spool = open()) {
      spool.append(arrivals(0, 2));
      assertThrows(IllegalArgumentException.class, () -> spool.remove(1));
    }
  }
}
