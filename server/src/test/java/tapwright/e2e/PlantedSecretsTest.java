package tapwright.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.house.RefusalPage;
import tapwright.house.SecretScan;
import tapwright.house.SecretScan.Allowed;
import tapwright.house.SecretScan.Found;

/**
 * What processes leave behind, searched for people and secrets: nowhere in the clear but where they
 * must be. That the search finds what is planted, {@code SecretScanTest} shows; here it is shown
 * each time by what it may find.
 */
class PlantedSecretsTest {

  private static final String NAME = "Quillfeather Oddington";
  private static final String EMAIL = "quillfeather.oddington@example.com";
  private static final String PHONE = "+49 30 5559117731";
  private static final String TITLE = "Plantedtitle";

  /** Where a file is for keeping the very thing. */
  private static final List<Allowed> KEPT =
      List.of(
          new Allowed("token ", "**.token", "the file by which a machine shows who it is"),
          new Allowed("master key", "**master.key", "the key file, its owner's alone"),
          new Allowed("journal key", "**journal.key", "the key file, its owner's alone"),
          new Allowed("person", "commands", "a station's report has what its labels say"));

  @TempDir private Path home;
  @TempDir private Path chips;
  private final List<String> said = new ArrayList<>();

  @Test
  void demo_leavesItsPeopleInNoFileAndTellsNoSecret() throws IOException {
    CommandLineRun demo = CommandLineRun.of(home, "demo", "--exit");
    assertEquals(0, demo.exitCode(), demo.err());
    said.add(demo.out() + demo.err());

    SecretScan scan = secrets().allowing(KEPT);
    people(scan);
    scan.allowing(
        List.of(
            new Allowed("person", "**.pdf", "labels say whose a card is"),
            new Allowed("person", "**.csv", "the orders, as a shop would send them")));

    assertEquals(List.of(), scan.folder(home));
    assertEquals(List.of(), secrets().said("stdout", String.join("\n", said)));
  }

  /** The people of the demo's orders, by what names them. */
  private static void people(SecretScan scan) throws IOException {
    Path csv =
        RefusalPage.projectFolder()
            .resolve("reader-agent/src/main/resources/tapwright/demo/contacts.csv");
    List<String> lines = Files.readAllLines(csv);
    assertTrue(lines.size() > 20, "the demo has other orders now");
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      scan.text("person " + fields[0], fields[0]);
      if (fields[4].contains("@")) {
        scan.text("person " + fields[4], fields[4]);
      }
    }
  }

  /** Every secret that lies in a file of its own. */
  private SecretScan secrets() throws IOException {
    SecretScan scan = new SecretScan();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".token")) {
          scan.text("token " + name, Files.readString(file).strip());
        } else if (name.equals("master.key") || name.equals("journal.key")) {
          String which = name.replace('.', ' ');
          scan.bytes(which, HexFormat.of().parseHex(Files.readString(file).strip()));
        }
      }
    }
    return scan;
  }

  @Test
  void serverAndStation_leaveThePlantedInNoFileLogOrAnswer() throws IOException {
    for (String scope : List.of("shop", "station")) {
      Path token = home.resolve(scope + ".token");
      run("token", "create", "--scope", scope, "--name", scope, "--out", token.toString());
    }
    String shop = Files.readString(home.resolve("shop.token")).strip();
    List<String> errors;
    String described;
    String figures;
    PlantedAtServer planted = new PlantedAtServer();
    makeAnAccount();
    nameAProvider();
    try (ServerRun server = ServerRun.start(home, PlantedAtServer.ENVIRONMENT)) {
      JsonNode placed = placed(server, shop);
      makeTheCard(server);
      planted.plant(server, shop, placed.get("cardId").asText());
      errors = askedBadly(server, shop, placed);
      described = server.api(shop, "GET", "/openapi.json", "").body();
      figures = server.figures();
    }

    SecretScan scan =
        planted.known(secrets()).bytes("tag password", passwordInTheChip()).allowing(KEPT);
    assertEquals(List.of(), scan.said("answers", String.join("\n", errors) + described));
    scan.text("person name", NAME)
        .text("person first", "Quillfeather")
        .text("person e-mail", EMAIL)
        .text("person phone", PHONE)
        .text("person title", TITLE);
    assertEquals(List.of(), scan.folder(home));
    assertEquals(List.of(), scan.said("commands", String.join("\n", said)));
    assertEquals(List.of(), scan.said("openapi", described));
    assertTrue(figures.contains("tapwright_"), figures);
    assertEquals(List.of(), scan.said("figures", figures));
    assertTheScanSees(scan);
  }

  /** The virtual chip holds the contact and its password, as a real one would. */
  private void assertTheScanSees(SecretScan scan) throws IOException {
    List<String> seen = scan.folder(chips).stream().map(Found::planted).distinct().toList();
    assertTrue(seen.contains("tag password"), seen.toString());
    Files.writeString(home.resolve("planted.log"), "mail to " + EMAIL);
    assertEquals(List.of(new Found("person e-mail", "planted.log")), scan.folder(home));
  }

  private JsonNode placed(ServerRun server, String shop) {
    String order =
        """
        {"orders": [{"order": "S-1", "target": "https://example.com/mirrored", "pack": "b-rigardz",
          "facts": {"line": "card", "price": "49.00 INR"},
          "contact": {"name": "%s", "title": "%s", "phone": "%s", "email": "%s"},
          "counting": "mirror", "protect": {"password": true, "lock": true}}]}
        """
            .formatted(NAME, TITLE, PHONE, EMAIL);
    HttpResponse<String> placed = server.api(shop, "POST", "/api/v1/orders", order);
    assertEquals(201, placed.statusCode(), placed.body());
    return ServerRun.json(placed.body()).at("/cards/0");
  }

  private void makeAnAccount() throws IOException {
    Path typed = Files.writeString(chips.resolve("typed"), PlantedAtServer.PASSWORD);
    run(
        "user",
        "create",
        PlantedAtServer.DESK,
        "--role",
        "support",
        "--password-file",
        typed.toString());
  }

  private void nameAProvider() throws IOException {
    Path secret = Files.writeString(chips.resolve("client"), PlantedAtServer.CLIENT_SECRET);
    run(
        "seller",
        "oidc",
        "set",
        "default",
        "--name",
        "Sample",
        "--issuer",
        "https://id.example.com",
        "--client-id",
        "tapwright",
        "--client-secret-file",
        secret.toString(),
        "--map",
        "desk=support",
        "--domain",
        "example.com");
  }

  private void makeTheCard(ServerRun server) {
    run(
        "station",
        "--server",
        server.url().toString(),
        "--token-file",
        home.resolve("station.token").toString(),
        "--journal",
        home.resolve("journal").toString(),
        "--patience",
        "60",
        "--drain",
        "--json");
  }

  /** What a caller is told who asks with secrets and people where they do not belong. */
  private static List<String> askedBadly(ServerRun server, String shop, JsonNode placed) {
    String card = "/api/v1/cards/" + placed.get("cardId").asText();
    List<HttpResponse<String>> answers =
        List.of(
            server.api(shop + "x", "GET", card, ""),
            server.api("tw_shop_" + NAME.replace(' ', '_'), "GET", card, ""),
            server.api(shop, "POST", card + "/events", "{\"event\": \"" + EMAIL + "\"}"),
            server.api(shop, "PUT", card + "/target", "{\"target\": \"" + EMAIL + "\"}"),
            server.api(shop, "POST", "/api/v1/orders", "{\"orders\": [{\"" + EMAIL + "\": 1}]}"),
            server.api(shop, "POST", "/api/v1/orders", "not json: " + EMAIL),
            server.api(shop, "GET", "/api/v1/" + "nothing/" + EMAIL, ""));
    answers.forEach(answer -> assertTrue(answer.statusCode() >= 400, answer.body()));
    return answers.stream().map(HttpResponse::body).toList();
  }

  /** PWD of an NTAG216 (NXP NTAG213/215/216 data sheet, section 8.5.7: page E5h). */
  private byte[] passwordInTheChip() throws IOException {
    String digits =
        Files.readAllLines(chips.resolve("NTAG216")).stream()
            .filter(line -> line.startsWith("E5 "))
            .map(line -> line.substring(3))
            .findFirst()
            .orElseThrow();
    return HexFormat.of().parseHex(digits);
  }

  private void run(String... arguments) {
    Map<String, String> chip = Map.of("TAPWRIGHT_EMULATED", "NTAG216=" + chips.resolve("NTAG216"));
    CommandLineRun run = CommandLineRun.of(home, chip, arguments);
    assertEquals(0, run.exitCode(), run.err());
    said.add(run.out() + run.err());
  }
}
