package tapwright.server.nodes;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/** Load on a fleet whose nodes are killed, and then the record compared with what was answered. */
final class ExactnessRun {

  private final long seed;
  private final long answersBetween;
  private final List<Disturbance> disturbances;
  private final boolean journaled;

  /**
   * A run that the seed draws.
   *
   * @param answersBetween how many answers come before each disturbance and after the last
   */
  ExactnessRun(long seed, long answersBetween, List<Disturbance> disturbances) {
    this(seed, answersBetween, disturbances, false);
  }

  private ExactnessRun(
      long seed, long answersBetween, List<Disturbance> disturbances, boolean journaled) {
    this.seed = seed;
    this.journaled = journaled;
    this.answersBetween = answersBetween;
    this.disturbances = List.copyOf(disturbances);
  }

  /** The same on nodes that journal hits while the record is away. */
  ExactnessRun journaled() {
    return new ExactnessRun(seed, answersBetween, disturbances, true);
  }

  /** Something that is killed or hangs, and comes back before this returns. */
  @FunctionalInterface
  interface Disturbance {
    void happen(Load load, RandomGenerator random);
  }

  /** Taps the cards, disturbs, and answers what was noted. */
  List<CardModel> on(IntFunction<URI> nodes, List<SampleCard> cards) {
    RandomGenerator random = new SplittableRandom(seed);
    Load load =
        Load.start(
            cards.stream().map(card -> new CardModel(card, journaled)).toList(), seed, nodes);
    List<CardModel> models;
    try {
      for (Disturbance disturbance : disturbances) {
        load.awaitAnswers(answersBetween);
        disturbance.happen(load, random);
      }
      load.awaitAnswers(answersBetween);
    } finally {
      models = load.end();
    }
    System.out.printf(
        "exactness: seed %d, disturbances %d, answered %d, told to come again %d%n",
        seed, disturbances.size(), load.answers(), load.unavailable());
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

  /** Waits for what a node journaled: that goes onto the record beside the hits that come. */
  static void awaitRecord(String url, List<CardModel> models) {
    Wait.until(
        "the record that the models admit",
        Duration.ofMinutes(2),
        () -> differences(url, models).isEmpty(),
        () -> differences(url, models).toString());
  }

  /** Where the record lies that a node makes in its state folder. */
  static String embedded(Path home) {
    return "jdbc:sqlite:" + home.resolve("tapwright.db");
  }
}
