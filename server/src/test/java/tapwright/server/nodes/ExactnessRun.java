package tapwright.server.nodes;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/** Load on a fleet whose nodes are killed, and then the record compared with what was answered. */
final class ExactnessRun {

  private final long seed;
  private final int kills;
  private final long answersBetween;

  /**
   * A run that the seed draws.
   *
   * @param kills how many
   * @param answersBetween how many answers come before each kill and after the last
   */
  ExactnessRun(long seed, int kills, long answersBetween) {
    this.seed = seed;
    this.kills = kills;
    this.answersBetween = answersBetween;
  }

  /** Something that is killed and comes back. */
  @FunctionalInterface
  interface Disturbance {
    void happen(RandomGenerator random);
  }

  /** Taps the cards, disturbs, and answers what was noted. */
  List<CardModel> on(IntFunction<URI> nodes, List<SampleCard> cards, Disturbance disturbance) {
    RandomGenerator random = new SplittableRandom(seed);
    Load load = Load.start(cards, seed, nodes);
    List<CardModel> models;
    try {
      for (int i = 0; i < kills; i++) {
        load.awaitAnswers(answersBetween);
        disturbance.happen(random);
      }
      load.awaitAnswers(answersBetween);
    } finally {
      models = load.end();
    }
    System.out.printf(
        "exactness: seed %d, kills %d, answered %d, told to come again %d%n",
        seed, kills, load.answers(), load.unavailable());
    return models;
  }

  /** Sample cards, made over the fleet's first node. */
  static List<SampleCard> cards(Fleet fleet, SampleShop.Tokens tokens, int count) {
    try (SampleShop shop = new SampleShop(fleet.node(0), tokens)) {
      return shop.cards(count);
    }
  }

  static List<String> differences(String url, List<CardModel> models) {
    try (Connection connection = DriverManager.getConnection(url)) {
      return RecordCheck.differences(connection, models);
    } catch (SQLException e) {
      throw new AssertionError("the record cannot be read", e);
    }
  }

  /** Where the record lies that a node makes in its state folder. */
  static String embedded(Path home) {
    return "jdbc:sqlite:" + home.resolve("tapwright.db");
  }
}
