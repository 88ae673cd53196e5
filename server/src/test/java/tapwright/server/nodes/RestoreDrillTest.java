package tapwright.server.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.postgres.PostgresServer;

/** A backup made, restored elsewhere and worked on, while phones tap all the while. */
class RestoreDrillTest {

  private static final int SOME = 200;

  @TempDir private Path home;

  @Test
  void drillOnAFile_losesNothingAnsweredBeforeIt() throws Exception {
    drill("jdbc:sqlite:" + home.resolve("tapwright.db"), "jdbc:sqlite:" + home.resolve("drill.db"));
  }

  @Test
  @Tag("postgres")
  void drillOnPostgresql_losesNothingAnsweredBeforeIt() throws Exception {
    drill(PostgresServer.shared().createDatabase(), PostgresServer.shared().createDatabase());
  }

  private void drill(String record, String restored) throws Exception {
    String file = home.resolve("record.backup").toString();
    SampleShop.Tokens tokens = Fleet.tokens(home, "--db", record);
    try (ServerProcess server = ServerProcess.start(home, List.of("--db", record))) {
      ReadSeries reads = new ReadSeries(card(server, tokens));
      SteadyTaps taps = SteadyTaps.on(reads, server::url);
      Set<Integer> before;
      try (taps) {
        taps.await(SOME);
        before = reads.answeredSoFar();
        ServerProcess.run(home, List.of("db", "backup", file, "--db", record));
        taps.await(SOME);
        ServerProcess.run(home, List.of("db", "restore", file, "--db", restored));
        ServerProcess.run(home, List.of("db", "verify", "--db", restored));
        taps.await(SOME);
      }

      assertEquals(List.of(), taps.end());
      assertFalse(before.isEmpty());
      reads.assertOnRecord(record);
      ReadSeries.assertOnRecord(restored, before);
      assertWorks(restored, reads);
    }
  }

  /** The next tap after the last one that the lost record had is taken by the restored one. */
  private void assertWorks(String restored, ReadSeries reads) throws IOException {
    try (ServerProcess again = ServerProcess.start(home, List.of("--db", restored))) {
      assertEquals(302, reads.hit(again.url()));
    }
  }

  private static SampleCard card(ServerProcess server, SampleShop.Tokens tokens) {
    try (SampleShop shop = new SampleShop(server.url(), tokens)) {
      return shop.cards(1).getFirst();
    }
  }
}
