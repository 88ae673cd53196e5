package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.main.ServerMain;
import tapwright.server.main.installation.Installation;
import tapwright.server.store.RecordUrl;

/**
 * A server in a process of its own, under load, killed without warning and started again: every hit
 * that it answered is on record, and no read of a chip counts twice.
 */
@Tag("kill")
class KillTest {

  private static final int CARDS = 4;
  private static final int CONNECTIONS = 8;
  private static final int KILLS = 2;

  /** How many answers before each kill: enough that kills fall among commits. */
  private static final int ANSWERS_BEFORE_KILL = 3_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger nextCounter = new AtomicInteger(10);

  /** Every read that was answered at least once: slug and counter. */
  private final Set<String> answeredReads = ConcurrentHashMap.newKeySet();

  private final Map<String, AtomicInteger> answeredByCard = new ConcurrentHashMap<>();

  @Test
  void killedUnderLoad_losesNoAnsweredHitAndCountsNoReadTwice() throws Exception {
    List<String[]> cards = prepareCards();
    for (int i = 0; i < KILLS; i++) {
      Child child = start();
      loadUntilKilled(child, cards);
    }
    try (Child again = start()) {
      // One more hit shows that the server works on what the killed ones left.
      assertTrue(hit(again.url, cards.getFirst(), nextCounter.incrementAndGet()));
    }
    compareWithRecord(cards);
  }

  /** The record that the servers work on. */
  RecordUrl record() {
    return RecordUrl.ofFile(folder.resolve(Installation.DATABASE));
  }

  /** Where a server learns of the record from. */
  List<String> options(Map<String, String> environment) {
    return List.of();
  }

  /** Cards that were made and given out, by a server that is then stopped in good order. */
  private List<String[]> prepareCards() throws Exception {
    List<String[]> cards = new ArrayList<>();
    try (LocalServer server = new LocalServer(folder, record())) {
      for (int i = 0; i < CARDS; i++) {
        String uid = "0400000000000" + i;
        JsonNode placed = server.order("kill-" + i, "https://example.com/" + i);
        assertEquals("TAKEN", server.make(placed, uid).get("status").asText());
        server.send(
            "POST",
            "/api/v1/cards/" + placed.get("cardId").asText() + "/events",
            server.shop,
            "{\"event\": \"issued\"}");
        cards.add(new String[] {placed.get("slug").asText(), uid});
      }
    }
    return cards;
  }

  private Child start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            ServerMain.class.getName(),
            "server",
            "--port",
            "0",
            "--json");
    builder.environment().put("TAPWRIGHT_HOME", folder.toString());
    builder.command().addAll(options(builder.environment()));
    return Child.start(builder, folder.resolve("server.err"));
  }

  private void loadUntilKilled(Child child, List<String[]> cards) throws Exception {
    int target = answers.get() + ANSWERS_BEFORE_KILL;
    CountDownLatch enough = new CountDownLatch(1);
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      String[] card = cards.get(i % cards.size());
      clients.add(Thread.ofPlatform().start(() -> hitUntilGone(child.url, card, target, enough)));
    }
    assertTrue(enough.await(60, TimeUnit.SECONDS), "only " + answers + " answers in a minute");
    child.kill();
    for (Thread client : clients) {
      client.join();
    }
  }

  /** Reads of one chip, every third sent twice on purpose, until the server is gone. */
  private void hitUntilGone(URI url, String[] card, int target, CountDownLatch enough) {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setTcpNoDelay(true);
      Wire wire = new Wire(socket);
      while (true) {
        int counter = nextCounter.incrementAndGet();
        int times = counter % 3 == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
          if (!wire.hit(card, counter)) {
            return;
          }
          noteAnswer(card, counter);
        }
        if (answers.get() >= target) {
          enough.countDown();
        }
      }
    } catch (IOException e) {
      // The server is gone, which is what the test waits for: what was not answered may be lost.
      return;
    }
  }

  private boolean hit(URI url, String[] card, int counter) throws IOException {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      boolean answered = new Wire(socket).hit(card, counter);
      if (answered) {
        noteAnswer(card, counter);
      }
      return answered;
    }
  }

  private void noteAnswer(String[] card, int counter) {
    answeredReads.add(card[0] + " " + counter);
    answeredByCard.computeIfAbsent(card[0], slug -> new AtomicInteger()).incrementAndGet();
    answers.incrementAndGet();
  }

  private void compareWithRecord(List<String[]> cards) throws SQLException {
    Map<String, Integer> hits = new HashMap<>();
    Map<String, Integer> taps = new HashMap<>();
    long rolledUp = 0;
    try (Connection connection = record().connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT slug, counter, count(*) AS n, sum(CASE WHEN class = 'tap' THEN 1 ELSE 0 END)"
                  + " AS taps FROM hit JOIN card USING (card_id) GROUP BY slug, counter")) {
        while (rows.next()) {
          String read = rows.getString("slug") + " " + rows.getInt("counter");
          hits.put(read, rows.getInt("n"));
          taps.put(read, rows.getInt("taps"));
        }
      }
      try (ResultSet rows = statement.executeQuery("SELECT sum(hits) FROM usage_day")) {
        rows.next();
        rolledUp = rows.getLong(1);
      }
      checkWhole(statement);
    }
    long stored = hits.values().stream().mapToInt(Integer::intValue).sum();
    report(stored, taps);
    for (String read : answeredReads) {
      assertTrue(hits.containsKey(read), "answered but not on record: " + read);
    }
    taps.forEach((read, count) -> assertEquals(1, count, "taps counted for " + read));
    assertEquals(stored, rolledUp, "the roll-up says the same as the hits");
    long over = stored - answers.get();
    assertTrue(
        over >= 0 && over <= (long) KILLS * CONNECTIONS,
        over + " hits on record beyond those answered, at most those in flight at the kills");
    assertEquals(cards.size(), answeredByCard.size());
  }

  /** What the engine itself can say of the record. */
  void checkWhole(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
      rows.next();
      assertEquals("ok", rows.getString(1));
    }
  }

  private void report(long stored, Map<String, Integer> taps) {
    long counted = taps.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        "kills %d, answered %d, on record %d, reads answered %d, taps counted %d%n",
        KILLS, answers.get(), stored, answeredReads.size(), counted);
  }

  /** One connection to the server, spoken by hand so that no client repeats a request unasked. */
  private static final class Wire {
    private final OutputStream out;
    private final BufferedReader in;

    Wire(Socket socket) throws IOException {
      out = socket.getOutputStream();
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /** Sends a read of the chip; whether it was answered with a redirect to the card's target. */
    boolean hit(String[] card, int counter) throws IOException {
      String request =
          "GET /t/%s?m=%sx%06X HTTP/1.1\r\nHost: localhost\r\nUser-Agent: Mozilla/5.0\r\n\r\n"
              .formatted(card[0], card[1], counter);
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      String status = in.readLine();
      if (status == null) {
        return false;
      }
      assertEquals("HTTP/1.1 302 Found", status);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          return true;
        }
      }
      return false;
    }
  }

  /** A server in a process of its own. */
  private static final class Child implements AutoCloseable {
    private final Process process;
    final URI url;

    private Child(Process process, URI url) {
      this.process = process;
      this.url = url;
    }

    static Child start(ProcessBuilder builder, Path errors) throws IOException {
      builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
      Process process = builder.start();
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String ready = out.readLine();
      if (ready == null) {
        throw new AssertionError("no server: " + Files.readString(errors));
      }
      return new Child(process, URI.create(JSON.readTree(ready).get("url").asText()));
    }

    /** SIGKILL: nothing of the process runs any more. */
    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    /** SIGTERM: the server answers what it has taken and ends. */
    @Override
    public void close() {
      process.destroy();
      process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
  }
}
