package tapwright.server.main.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.access.RunTokens;
import tapwright.server.front.FrontSettings;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;
import tapwright.server.security.Keys;
import tapwright.server.security.TokenSecret;
import tapwright.server.store.RecordUrl;

/** A whole server in this process on a free port of the loopback, and a client to ask it. */
final class LocalServer implements AutoCloseable {

  static final RunningServer.Address LOOPBACK =
      new RunningServer.Address("127.0.0.1", 0, Optional.empty());

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Installation installation;
  private final RunningServer server;
  private final RunTokens tokens;
  private final SecureRandom random = new SecureRandom();
  final String shop;
  final String station;
  private int keys;

  LocalServer(Path folder) {
    this(folder, "server.db");
  }

  LocalServer(Path folder, String databaseName) {
    this(folder, RecordUrl.ofFile(folder.resolve(databaseName)));
  }

  LocalServer(Path folder, RecordUrl database) {
    this(folder, database, RunningServer.Conduct.CAREFUL);
  }

  LocalServer(Path folder, RecordUrl database, RunningServer.Conduct conduct) {
    this(installation(folder, database, Installation.CLOCK), LOOPBACK, conduct);
  }

  /** A server that is met in another way than usual. */
  LocalServer(Path folder, RecordUrl database, RunningServer.Address address, FrontSettings front) {
    this(installation(folder, database, Installation.CLOCK), address, met(front));
  }

  /** On what is there already; a second server on a record has no tokens of its own. */
  LocalServer(Installation on) {
    this(on, LOOPBACK, RunningServer.Conduct.CAREFUL);
  }

  /** On what is there already, met in a way of its own. */
  LocalServer(Installation on, RunningServer.Address address, RunningServer.Conduct conduct) {
    installation = on;
    server = RunningServer.start(installation, Packs.shipped(), address, conduct);
    tokens = new RunTokens(installation.store(), installation.ids(), installation.clock());
    shop = token(Role.SHOP, "shop");
    station = token(Role.STATION, "station");
  }

  /** Careful, and met as one says. */
  static RunningServer.Conduct met(FrontSettings front) {
    RunningServer.Conduct careful = RunningServer.Conduct.CAREFUL;
    return new RunningServer.Conduct(
        careful.whenStoreAway(), careful.keeping(), careful.watched(), front, careful.business());
  }

  /** What a server runs on: a record with its first seller, and keys of its own. */
  static Installation installation(Path folder, Path database, InstantSource clock) {
    return installation(folder, RecordUrl.ofFile(database), clock);
  }

  /** The same on any engine. */
  static Installation installation(Path folder, RecordUrl database, InstantSource clock) {
    SecureRandom random = new SecureRandom();
    Ledger store = Installation.store(database, random);
    FirstSeller.ensure(store, clock).join();
    byte[] master = new byte[Keys.MASTER_BYTES];
    random.nextBytes(master);
    return new Installation(
        folder,
        database,
        new Keys(master),
        clock,
        random,
        () -> CardId.draw(random).toString(),
        store);
  }

  /** What it runs on: its record, its keys and its clock. */
  Installation installation() {
    return installation;
  }

  String token(Role role, String name) {
    return token(FirstSeller.ID, role, name);
  }

  String token(SellerId seller, Role role, String name) {
    TokenSecret secret = TokenSecret.draw(role, random);
    tokens.create(seller, role, name, secret.hash()).join();
    return secret.reveal();
  }

  Answer<?> revoke(String name) {
    return tokens.revoke(FirstSeller.ID, name).join();
  }

  /** The first part of a stop. */
  void sayItStops() {
    server.sayItStops();
  }

  /** Its figures, where it was told to show any. */
  URI figures() {
    return server.figures().orElseThrow();
  }

  URI uri(String path) {
    return server.url().resolve(path);
  }

  /** A request with a body, or without one where it is empty. */
  HttpResponse<String> send(String method, String path, String token, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Idempotency-Key", "key-" + keys++)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return send(request);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + response.body(), e);
    }
  }

  /** Orders one card that leads to the target; answers what was placed. */
  JsonNode order(String number, String target) {
    return order(shop, number, target);
  }

  JsonNode order(String token, String number, String target) {
    HttpResponse<String> placed =
        send(
            "POST",
            "/api/v1/orders",
            token,
            """
            {"orders": [{"order": "%s", "pack": "b-rigardz", "target": "%s",
              "contact": {"name": "Sample Person", "email": "sample@example.com"},
              "facts": {"line": "subscription", "term": "monthly", "price": "49.00 INR"}}]}
            """
                .formatted(number, target));
    if (placed.statusCode() != 201) {
      throw new AssertionError(placed.body());
    }
    return json(placed).at("/cards/0");
  }

  /** Leases what waits and makes the placed card with this chip, as a station would report it. */
  JsonNode make(JsonNode placed, String uid) {
    send("POST", "/station/v1/leases", station, "{\"max\": 50}");
    String link = placed.get("link").asText() + "?m=" + CardMessages.MIRROR_PLACEHOLDER;
    String message = NdefMessage.of(new Link(link).record()).encode().toHex();
    return json(send(
            "POST",
            "/station/v1/events",
            station,
            """
            {"events": [{"eventId": "made-%s", "jobId": "%s", "at": "2026-03-02T08:00:00Z",
              "kind": "VERIFIED", "encoded": {"uid": "%s", "model": "NTAG215",
              "message": "%s", "counterBaseline": 2, "exchanges": 18}}]}
            """
                .formatted(uid, placed.get("jobId").asText(), uid, message)))
        .at("/results/0");
  }

  static Bytes hash(String text) {
    return Bytes.ofUtf8(text).sha256();
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}
