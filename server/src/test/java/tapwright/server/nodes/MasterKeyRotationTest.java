package tapwright.server.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.postgres.PostgresServer;

/** Two nodes on one record, whose master key is changed while cards are tapped and ordered. */
@Tag("postgres")
class MasterKeyRotationTest {

  private static final int CARDS = 12;

  @TempDir private Path home;
  private PostgresServer postgres;
  private String record;
  private SampleShop.Tokens tokens;
  private Fleet fleet;
  private final List<String> told = new ArrayList<>();
  private final List<SampleCard> more = new ArrayList<>();

  @BeforeEach
  void start() {
    postgres = PostgresServer.start();
    record = postgres.createDatabase();
    tokens = Fleet.tokens(home, "--db", record);
    fleet = Fleet.start(home, 2, "--db", record);
  }

  @AfterEach
  void stop() {
    fleet.close();
    postgres.close();
  }

  /**
   * Half of the cards sign, so that a node which starts must open their keys before it counts a tap
   * of theirs; and no hit or order is refused at any step of the change.
   */
  @Test
  void masterKeyChanged_underLoad_losesNothingAndOpensAll() throws IOException {
    String old = Files.readString(home.resolve("master.key"));
    try (SampleShop shop = new SampleShop(fleet.node(0), tokens)) {
      List<SampleCard> cards = shop.cards(CARDS);
      List<CardModel> models =
          new ExactnessRun(
                  7,
                  400,
                  List.of(
                      step("add", shop),
                      this::startAgain,
                      step("rotate", shop),
                      this::startAgain,
                      step("drop", shop),
                      this::startAgain))
              .on(fleet::node, cards);

      assertEquals(List.of(), ExactnessRun.differences(record, models));
    }
    assertEquals(3, told.size(), told.toString());
    assertEquals(3, more.stream().map(SampleCard::id).distinct().count());
    String now = Files.readString(home.resolve("master.key"));
    assertEquals(old.length(), now.length(), "one key is in the file");
    assertNotEquals(old, now);
  }

  /** The first node is asked to the end and so never ends: what it was started with must do. */
  private void startAgain(Load load, RandomGenerator random) {
    fleet.kill(1);
    fleet.startAgain(1);
  }

  private ExactnessRun.Disturbance step(String word, SampleShop shop) {
    return (load, random) -> {
      List<String> command = new ArrayList<>(List.of("keys", word));
      command.addAll(List.of("--db", record));
      told.add(ServerProcess.run(home, command));
      more.add(shop.more());
    };
  }
}
