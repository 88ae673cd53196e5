package tapwright.server.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server whose disk fills with its own record: hits are told to come again, what was answered
 * stays, and when there is room it goes on without a restart.
 */
@Tag("mount")
class NoRoomTest {

  private static final int DISK_MEGABYTES = 8;

  /** Leaves room for the record and some megabytes of what SQLite writes ahead (WAL). */
  private static final int FILLER_BYTES = 5 << 20;

  private static final int FOUND = 302;
  private static final int UNAVAILABLE = 503;

  /** More than fit by far. */
  private static final int MOST = 20_000;

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(strings = {"refuse", "spool"})
  void diskFilledByTheRecord_refusesHitsAndLosesNothingAnswered(String policy) throws Exception {
    List<String> options = List.of("--when-store-away", policy);
    try (SmallDisk disk = SmallDisk.over(home, DISK_MEGABYTES)) {
      ReadSeries reads = new ReadSeries(card(disk));
      Path filler = Files.write(disk.file("filler"), new byte[FILLER_BYTES]);
      try (ServerProcess node = ServerProcess.start(disk.place(), options)) {
        hitUntilRefused(reads, node);
        for (int i = 0; i < 20; i++) {
          assertTrue(List.of(FOUND, UNAVAILABLE).contains(reads.hit(node.url())));
        }
        Files.delete(filler);
        for (int i = 0; i < 20; i++) {
          assertEquals(FOUND, reads.hit(node.url()), "there is room again");
        }
        node.kill();
      }
      try (ServerProcess again = ServerProcess.start(disk.place(), options)) {
        assertEquals(FOUND, reads.hit(again.url()));
      }
      Path record = Files.copy(disk.file("tapwright.db"), home.resolve("copy.db"));
      reads.assertOnRecord("jdbc:sqlite:" + record);
    }
  }

  private static SampleCard card(SmallDisk disk) {
    SampleShop.Tokens tokens = new SampleShop.Tokens(token(disk, "shop"), token(disk, "station"));
    try (ServerProcess node = ServerProcess.start(disk.place(), List.of());
        SampleShop shop = new SampleShop(node.url(), tokens)) {
      return shop.cards(1).getFirst();
    }
  }

  private static String token(SmallDisk disk, String scope) {
    return ServerProcess.run(
        disk.place(), List.of("token", "create", "--scope", scope, "--name", scope));
  }

  private static void hitUntilRefused(ReadSeries reads, ServerProcess node) throws IOException {
    int status = reads.hit(node.url());
    while (status == FOUND && reads.answered() < MOST) {
      status = reads.hit(node.url());
    }
    assertEquals(UNAVAILABLE, status, "after " + reads.answered() + " answers");
  }
}
