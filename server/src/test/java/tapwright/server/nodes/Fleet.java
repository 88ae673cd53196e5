package tapwright.server.nodes;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/** Nodes that work on one record, each a process; a node that was killed has another port after. */
final class Fleet implements AutoCloseable {

  private final Path home;
  private final List<String> options;
  private final List<ServerProcess> nodes = new CopyOnWriteArrayList<>();

  private Fleet(Path home, List<String> options) {
    this.home = home;
    this.options = options;
  }

  /**
   * Starts so many nodes, which share their state folder and so their keys.
   *
   * @param options what names the record; none for the file in the state folder
   */
  static Fleet start(Path home, int count, String... options) {
    Fleet fleet = new Fleet(home, List.of(options));
    try {
      for (int i = 0; i < count; i++) {
        fleet.nodes.add(ServerProcess.start(home, fleet.options));
      }
      return fleet;
    } catch (RuntimeException | AssertionError e) {
      fleet.close();
      throw e;
    }
  }

  /** Tokens for shop and station on the record, which is made where there is none yet. */
  static SampleShop.Tokens tokens(Path home, String... options) {
    return new SampleShop.Tokens(token(home, "shop", options), token(home, "station", options));
  }

  private static String token(Path home, String scope, String... options) {
    List<String> command =
        new ArrayList<>(List.of("token", "create", "--scope", scope, "--name", scope));
    command.addAll(List.of(options));
    return ServerProcess.run(home, command);
  }

  URI node(int number) {
    return nodes.get(number % nodes.size()).url();
  }

  /** Kills one of them without a warning and starts it again on what it left. */
  void killAny(Load load, RandomGenerator random) {
    killAndStartAgain(random.nextInt(nodes.size()));
  }

  /** Tells one of them to stop, which must end it in good order, and starts it again. */
  void stopAny(Load load, RandomGenerator random) {
    int number = random.nextInt(nodes.size());
    int code = nodes.get(number).stop();
    if (code != 0) {
      throw new AssertionError("a node that was told to stop ended with " + code);
    }
    startAgain(number);
  }

  private void killAndStartAgain(int number) {
    kill(number);
    startAgain(number);
  }

  /** Kills the node without a warning. */
  void kill(int number) {
    nodes.get(number).kill();
  }

  /** Starts the node on what the kill left. */
  void startAgain(int number) {
    nodes.set(number, ServerProcess.start(home, options));
  }

  @Override
  public void close() {
    nodes.forEach(ServerProcess::close);
  }
}
