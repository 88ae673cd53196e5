package tapwright.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.PiccData;
import tapwright.core.tag.dna.SigningChip;
import tapwright.core.tag.dna.SunKeys;
import tapwright.core.wire.JobSecrets;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.access.OpenKeys;
import tapwright.server.record.Ledger;
import tapwright.server.record.card.Protection;
import tapwright.server.record.key.DataKey;
import tapwright.server.security.Keys;
import tapwright.server.security.MasterKeys;
import tapwright.server.security.SecretVault;
import tapwright.server.store.sqlite.SqliteStore;

/** A shop orders protected cards, a station makes them, and people tap them: as processes. */
class ProtectedOrderTest {

  private static final String MIRRORED_ORDER =
      """
      {"orders": [{"order": "S-1", "target": "https://example.com/mirrored",
        "contact": {"name": "Sample Person"}, "counting": "mirror",
        "protect": {"password": true, "lock": true}}]}
      """;
  private static final String SIGNED_ORDER =
      """
      {"orders": [{"order": "S-2", "target": "https://example.com/signed",
        "contact": {"name": "Sample Person"}, "counting": "sun"}]}
      """;

  @TempDir private Path home;
  @TempDir private Path chips;

  private final List<String> said = new ArrayList<>();
  private ServerRun server;
  private String shop;

  /** Where commands and the server find the record, where it is not in the state folder. */
  Map<String, String> environment() {
    return Map.of();
  }

  Ledger record() {
    return SqliteStore.open(SqliteStore.URL_PREFIX + home.resolve("tapwright.db"));
  }

  @BeforeEach
  void start() throws IOException {
    for (String scope : List.of("shop", "station")) {
      run("token", "create", "--scope", scope, "--name", scope, "--out", token(scope).toString());
    }
    shop = Files.readString(token("shop")).strip();
    server = ServerRun.start(home, environment());
    api("PUT", "/api/v1/settings", "{\"activation\": \"station\"}", 200);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void mirroredCard_isLockedAndTakesThePasswordThatTheServerDrew() throws IOException {
    JsonNode placed = order(MIRRORED_ORDER);
    CommandLineRun station = station("NTAG216", 60);

    assertEquals(0, station.exitCode(), station.err());
    JsonNode card = card(placed);
    assertEquals("active", card.at("/card/state").asText());
    assertEquals("[\"locked\",\"password\"]", card.at("/card/finished").toString());
    assertEquals("true", card.at("/card/contentMatchesOrder").asText());

    HttpResponse<String> tap = server.tap(linkOnTheChip("NTAG216"));
    assertEquals("https://example.com/mirrored", tap.headers().firstValue("Location").orElse(""));
    assertEquals("{\"tap\":1}", card(placed).get("usage").toString());

    JobSecrets secrets = secretsAfterTheEnd(placed);
    List<String> pages = image("NTAG216");
    // Pages 3 to 15; the three lowest bits only keep the others from being set.
    assertTrue(page(pages, "02").matches("....F[8-F]FF"), "static locks are " + page(pages, "02"));
    assertFalse(page(pages, "E2").startsWith("0000"), "dynamic locks are " + page(pages, "E2"));
    assertNotEquals("FF", page(pages, "E3").substring(6), "AUTH0 protects nothing");
    assertEquals(secrets.password(), page(pages, "E5"));
    assertEquals(secrets.pack(), page(pages, "E6").substring(0, 4));
    assertNowhere(List.of(String.valueOf(secrets.password())));
  }

  @Test
  void signedCard_hasTheServersKeysAndItsTapsCount() throws IOException {
    JsonNode placed = order(SIGNED_ORDER);
    CommandLineRun station = station("NTAG424", 60);

    assertEquals(0, station.exitCode(), station.err());
    JsonNode card = card(placed);
    assertEquals("active", card.at("/card/state").asText());
    assertEquals("[\"keys\"]", card.at("/card/finished").toString());

    assertTrue(linkOnTheChip("NTAG424").endsWith("&c=…"), "the code is shown");
    String first = signedLink(1000);
    String second = signedLink(1001);
    for (String link : List.of(second, first, first, first + "0")) {
      assertEquals(302, server.tap(link).statusCode());
    }
    assertEquals("{\"forged\":1,\"replay\":1,\"tap\":2}", card(placed).get("usage").toString());

    List<String> keys = Objects.requireNonNull(secretsAfterTheEnd(placed).keys());
    String chip = String.join("\n", image("NTAG424"));
    assertTrue(keys.stream().allMatch(chip::contains), "the chip has other keys");
    assertNowhere(keys);
    assertNowhere(List.of(first.replaceAll(".*[?&]e=|&c=.*", ""), first.replaceAll(".*&c=", "")));
  }

  /** The wrong chip is turned away with the reason, and the order waits for the right one. */
  @Test
  void signedOrder_onAnotherChip_waitsForTheRightOne() throws IOException {
    JsonNode placed = order(SIGNED_ORDER);
    CommandLineRun wrong = station("NTAG216", 3);

    assertNotEquals(0, wrong.exitCode());
    assertEquals(1, ServerRun.json(wrong.out()).get("open").asInt(), wrong.out());
    assertEquals(1, ServerRun.json(wrong.out()).get("causes").size(), wrong.out());
    assertEquals("blank", card(placed).at("/card/state").asText());
    assertTrue(page(image("NTAG216"), "E5").equals("FFFFFFFF"), "the wrong chip was protected");

    assertEquals(0, station("NTAG424", 60).exitCode());
    assertEquals("active", card(placed).at("/card/state").asText());
  }

  /** A chip that is in a card already becomes no second one; that of a revoked card neither. */
  @Test
  void chipOfARevokedCard_isTurnedAway() throws IOException {
    JsonNode placed = order(MIRRORED_ORDER.replace("\"lock\": true", "\"lock\": false"));
    assertEquals(0, station("NTAG216", 60).exitCode());
    String card = placed.get("cardId").asText();
    api("POST", "/api/v1/cards/" + card + "/events", "{\"event\": \"revoked\"}", 200);
    order(MIRRORED_ORDER.replace("S-1", "S-3"));
    List<String> before = image("NTAG216");

    CommandLineRun again = stationWithJournal("second", "NTAG216", 3);

    assertTrue(again.out().contains("\"uid-known-to-server\":1"), again.out() + again.err());
    assertTrue((again.err() + again.out()).contains("revoked"), again.err());
    assertEquals(before.subList(4, before.size()), image("NTAG216").subList(4, before.size()));
  }

  private JsonNode order(String body) {
    return ServerRun.json(api("POST", "/api/v1/orders", body, 201)).at("/cards/0");
  }

  private JsonNode card(JsonNode placed) {
    return ServerRun.json(api("GET", "/api/v1/cards/" + placed.get("cardId").asText(), "", 200));
  }

  private String api(String method, String path, String body, int status) {
    HttpResponse<String> response = server.api(shop, method, path, body);
    assertEquals(status, response.statusCode(), response.body());
    return response.body();
  }

  private CommandLineRun station(String model, int patienceSeconds) {
    return stationWithJournal("first", model, patienceSeconds);
  }

  /** Works the queue with one chip on the reader, until it is empty or patience ends. */
  private CommandLineRun stationWithJournal(String journal, String model, int patienceSeconds) {
    return onChip(
        model,
        "station",
        "--server",
        server.url().toString(),
        "--token-file",
        token("station").toString(),
        "--journal",
        home.resolve(journal).toString(),
        "--patience",
        Integer.toString(patienceSeconds),
        "--drain",
        "--json");
  }

  /** What a phone reads at that read, signed with the keys that are in the chip. */
  private String signedLink(int read) throws IOException {
    CommandLineRun shown = onChip("NTAG424", "card", "read", "--json");
    said.removeLast();
    JsonNode card = ServerRun.json(shown.out());
    String link = card.at("/records/0/content").asText();
    SunKeys keys = new SunKeys(keyInTheChip(1), keyInTheChip(2));
    PiccData data = new PiccData(Uid.ofHex(card.get("uid").asText()), read);
    return link.substring(0, link.indexOf('?') + 1) + new SigningChip(keys).query(data);
  }

  private AesKey keyInTheChip(int number) throws IOException {
    return image("NTAG424").stream()
        .filter(line -> line.startsWith("key" + number))
        .map(line -> line.replaceFirst("^key\\d\\s+", "").substring(0, 32))
        .map(digits -> new AesKey(Bytes.ofHex(digits)))
        .findFirst()
        .orElseThrow();
  }

  /** What a phone reads: each time the chip counts one more. */
  private String linkOnTheChip(String model) {
    CommandLineRun read = onChip(model, "card", "read", "--json");
    assertEquals(0, read.exitCode(), read.err());
    // What the operator reads on purpose is not searched for what must not be told.
    said.removeLast();
    return ServerRun.json(read.out()).at("/records/0/content").asText();
  }

  private CommandLineRun onChip(String model, String... arguments) {
    String setting = model + "=" + chips.resolve(model);
    return kept(CommandLineRun.of(home, Map.of("TAPWRIGHT_EMULATED", setting), arguments));
  }

  private void run(String... arguments) {
    CommandLineRun run = kept(CommandLineRun.of(home, environment(), arguments));
    assertEquals(0, run.exitCode(), run.err());
  }

  private CommandLineRun kept(CommandLineRun run) {
    said.add(run.out() + run.err());
    return run;
  }

  private Path token(String scope) {
    return home.resolve(scope + ".token");
  }

  /** The chip itself, its secrets included, since it is a virtual one. */
  private List<String> image(String model) throws IOException {
    return Files.readAllLines(chips.resolve(model));
  }

  private static String page(List<String> image, String number) {
    return image.stream()
        .filter(line -> line.startsWith(number + " "))
        .map(line -> line.substring(3))
        .findFirst()
        .orElseThrow();
  }

  /** What the server drew, from its record and key file; the server is stopped for it. */
  private JobSecrets secretsAfterTheEnd(JsonNode placed) throws IOException {
    server.close();
    CardId card = CardId.parse(placed.get("cardId").asText()).orElseThrow();
    try (Ledger store = record()) {
      SecretVault vault = new SecretVault(new Keys(rootKey(store)), new Random(1));
      Protection protection =
          store
              .readAcrossSellers(
                  records -> records.protections().of(FirstSeller.ID, card).orElseThrow())
              .join();
      return vault.open(protection.sealed().orElseThrow(), FirstSeller.ID, card);
    }
  }

  private DataKey rootKey(Ledger store) throws IOException {
    Bytes master = Bytes.ofHex(Files.readString(home.resolve("master.key")).strip());
    MasterKeys masters = new MasterKeys(List.of(new DataKey(master)), new Random(2));
    return store
        .readAcrossSellers(
            records -> masters.unwrap(records.dataKeys().find(OpenKeys.ROOT).orElseThrow()))
        .join()
        .orElseThrow();
  }

  /** No answer, no line that was told and no file holds one of them, in any form. */
  private void assertNowhere(List<String> secrets) throws IOException {
    List<String> places = new ArrayList<>(server.answers());
    places.addAll(said);
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        places.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    for (String place : places) {
      secrets.forEach(secret -> assertHidden(secret, place));
    }
  }

  private static void assertHidden(String digits, String place) {
    byte[] bytes = Bytes.ofHex(digits).toArray();
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    assertFalse(place.toUpperCase(Locale.ROOT).contains(digits), "a secret stands in hexadecimal");
    assertFalse(place.contains(new String(bytes, StandardCharsets.ISO_8859_1)), "as it is");
    assertFalse(place.contains(base64.substring(0, base64.length() - 1)), "in base 64");
  }
}
