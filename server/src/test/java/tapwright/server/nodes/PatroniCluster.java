package tapwright.server.nodes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tapwright.server.postgres.PostgresPrograms;

/**
 * PostgreSQL servers that Patroni runs in synchronous mode, with an etcd of their own, on the
 * loopback, in a folder of their own: a primary, and standbys of which one has every commit.
 */
final class PatroniCluster implements AutoCloseable {

  /** Many times what is needed on an idle machine: 8 seconds to start, 6 to promote. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private final Path folder;
  private final GuardedProcess etcd;
  private final List<PatroniNode> nodes = new ArrayList<>();

  private PatroniCluster(Path folder, int etcdPort) {
    this.folder = folder;
    this.etcd = etcd(folder, etcdPort);
  }

  /** Starts so many servers; returns when one of them is primary and another has every commit. */
  static PatroniCluster start(int count) {
    // Short, for the path of a socket has at most 107 characters (unix(7)).
    Path folder = PostgresPrograms.newFolder("tw");
    int etcdPort = FreePort.any();
    PatroniCluster cluster = new PatroniCluster(folder, etcdPort);
    try {
      for (int i = 0; i < count; i++) {
        cluster.nodes.add(PatroniNode.start(folder, "node" + i, etcdPort));
      }
      cluster.awaitSynchronous();
      return cluster;
    } catch (RuntimeException | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  private static GuardedProcess etcd(Path folder, int port) {
    String clients = "http://127.0.0.1:" + port;
    String peers = "http://127.0.0.1:" + FreePort.any();
    return GuardedProcess.start(
        folder.resolve("etcd.log"),
        folder.resolve("etcd"),
        List.of(
            "etcd",
            "--data-dir=" + folder.resolve("etcd"),
            "--listen-client-urls=" + clients,
            "--advertise-client-urls=" + clients,
            "--listen-peer-urls=" + peers,
            "--initial-advertise-peer-urls=" + peers,
            "--initial-cluster=default=" + peers));
  }

  /**
   * All servers, of which the driver is to find the primary, asking each anew: by default it would
   * go by what it saw of them within the last 10 seconds (pgJDBC, hostRecheckSeconds).
   */
  String jdbcUrl() {
    String hosts =
        nodes.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","));
    return "jdbc:postgresql://"
        + hosts
        + "/postgres?user=postgres"
        + "&targetServerType=primary&hostRecheckSeconds=0&connectTimeout=2";
  }

  /** The server that takes writes; waits until there is one. */
  PatroniNode primary() {
    Wait.until("a primary", LIMIT, () -> promoted().isPresent(), this::state);
    return promoted().orElseThrow();
  }

  /** Returns when a server beside the primary has every commit before it is acknowledged. */
  void awaitSynchronous() {
    Wait.until(
        "a synchronous standby",
        LIMIT,
        () -> promoted().isPresent() && with("sync_standby").isPresent(),
        this::state);
  }

  /** Kills the primary; returns it when another is promoted. */
  PatroniNode killPrimary() {
    PatroniNode killed = primary();
    killed.kill();
    Wait.until(
        "another primary than " + killed.name(),
        LIMIT,
        () -> promoted().filter(node -> node != killed).isPresent(),
        this::state);
    return killed;
  }

  /** The server that has the leader's lock, which comes first, and has ended its recovery. */
  private Optional<PatroniNode> promoted() {
    return nodes.stream()
        .filter(node -> ask(node, "/primary").filter(PatroniCluster::takesWrites).isPresent())
        .findFirst();
  }

  /** Patroni 3 calls it master in what a server says of itself, and later ones primary. */
  private static boolean takesWrites(HttpResponse<String> answer) {
    return answer.statusCode() == OK
        && Set.of("master", "primary").contains(json(answer.body()).path("role").asText());
  }

  /** As {@link #killPrimary()}, under load; the killed one is back before this returns. */
  void killPrimary(Load load, RandomGenerator random) {
    killPrimary().startAgain();
    awaitSynchronous();
  }

  private Optional<PatroniNode> with(String role) {
    return members()
        .filter(member -> member.path("role").asText().equals(role))
        .filter(member -> member.path("state").asText().equals("running"))
        .map(member -> member.path("name").asText())
        .findFirst()
        .flatMap(name -> nodes.stream().filter(node -> node.name().equals(name)).findFirst());
  }

  private String state() {
    return members().map(JsonNode::toString).toList() + ", logs in " + folder;
  }

  /** What the first Patroni that answers says of all of them. */
  private Stream<JsonNode> members() {
    return nodes.stream()
        .flatMap(node -> ask(node, "/cluster").stream())
        .findFirst()
        .map(answer -> json(answer.body()).path("members").spliterator())
        .map(members -> StreamSupport.stream(members, false))
        .orElseGet(Stream::empty);
  }

  /** What the server's Patroni answers (Patroni 3.0, "REST API"); empty when it is gone. */
  private Optional<HttpResponse<String>> ask(PatroniNode node, String path) {
    URI uri = URI.create("http://127.0.0.1:" + node.restPort() + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
    try {
      return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while asking Patroni", e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  /** Ends all of it; nothing is left, neither processes nor files. */
  @Override
  public void close() {
    nodes.forEach(PatroniNode::close);
    etcd.close();
    client.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
