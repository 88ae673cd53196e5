package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.HeardLog;
import tapwright.server.app.World;
import tapwright.server.main.installation.ForgottenFile;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;
import tapwright.server.store.RecordUrl;

/** A sample person over HTTP: ordered, tapped, claimed for, given out, deleted. */
class HolderRoutesTest {

  private static final List<String> PLANTED =
      List.of("plantedfirst", "plantedlast", "plantedcompany", "planted.person@example.com");

  @RegisterExtension final HeardLog log = HeardLog.ofAll("tapwright");

  @TempDir private Path folder;

  RecordUrl record() {
    return RecordUrl.ofFile(folder.resolve("server.db"));
  }

  /** All that the record holds. */
  String stored(RecordUrl record) throws IOException {
    return files();
  }

  private String files() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static JsonNode ordered(LocalServer server) {
    return LocalServer.json(
            server.send(
                "POST",
                "/api/v1/orders",
                server.shop,
                """
                {"orders": [{"order": "A-1", "account": "customer-7", "pack": "b-rigardz",
                  "contact": {"name": "Plantedfirst Plantedlast", "company": "Plantedcompany",
                    "email": "planted.person@example.com"},
                  "facts": {"line": "subscription", "term": "monthly", "price": "49.00 INR"}}]}
                """))
        .at("/cards/0");
  }

  private static String holders(String holder, String action) {
    return "/api/v1/holders/" + holder + action;
  }

  @Test
  void aSamplePerson_isFoundGivenOutAndDeleted() throws IOException {
    RecordUrl record = record();
    World.HandClock clock = new World.HandClock();
    try (LocalServer server = new LocalServer(LocalServer.installation(folder, record, clock))) {
      String support = server.token(Role.SUPPORT, "support");
      JsonNode placed = ordered(server);
      String card = placed.get("cardId").asText();
      server.make(placed, "04A1B2C3D4E5F6");
      server.send(
          "POST", "/api/v1/cards/" + card + "/events", server.shop, "{\"event\": \"issued\"}");
      server.get("/t/" + placed.get("slug").asText() + "?m=04A1B2C3D4E5F6x000003");
      String share = "/s/" + placed.get("slug").asText();
      assertTrue(server.get(share).body().contains("Plantedfirst Plantedlast"));
      server.send("POST", "/api/v1/claims", server.shop, AccessRequests.claim(card));

      JsonNode found =
          LocalServer.json(server.send("GET", "/api/v1/holders?account=customer-7", support, ""));
      String holder = found.at("/holders/0/holderId").asText();
      assertEquals(card, found.at("/holders/0/cards/0/cardId").asText());
      assertFalse(found.toString().toLowerCase(Locale.ROOT).contains("planted"));

      JsonNode export =
          LocalServer.json(server.send("GET", holders(holder, "/export"), support, ""));
      assertEquals(
          "Plantedfirst Plantedlast", export.at("/cards/0/contact/name").asText(), "" + export);
      assertEquals("en", export.get("language").asText());
      assertEquals(1, export.at("/cards/0/claims").size());
      assertFalse(export.at("/cards/0/claims/0/explanation").isEmpty());
      assertFalse(export.at("/cards/0/uses").isEmpty());
      assertFalse(export.at("/cards/0/history").isEmpty());

      HttpResponse<String> open =
          server.send("POST", holders(holder, "/deletion"), support, "{\"reason\": \"ordered\"}");
      assertEquals(409, open.statusCode(), open.body());
      assertTrue(open.body().contains("with its step acknowledge"), open.body());
      clock.advance(Duration.ofDays(10));
      deleted(server, support, holder);

      for (String path : List.of(share, share + "/contact.vcf")) {
        assertEquals(410, server.get(path).statusCode());
        assertFalse(server.get(path).body().contains("Planted"));
      }
      assertEquals(404, server.send("GET", holders(holder, "/export"), support, "").statusCode());
      assertTrue(
          ForgottenFile.in(folder).all().stream().anyMatch(one -> one.holder().equals(holder)));
      assertEquals(List.of(), planted(stored(record)));
    }
    assertEquals(List.of(), planted(files()));
    assertEquals(List.of(), planted(String.join("\n", log.lines())));
  }

  private static void deleted(LocalServer server, String support, String holder) {
    HttpResponse<String> asked =
        server.send(
            "POST", holders(holder, "/deletion"), support, "{\"reason\": \"person-asked\"}");
    assertEquals(201, asked.statusCode(), asked.body());
    String code = LocalServer.json(asked).get("code").asText();
    HttpResponse<String> wrong =
        server.send(
            "POST",
            holders(holder, "/deletion/confirmation"),
            support,
            "{\"code\": \"0000-0000\"}");
    assertEquals(409, wrong.statusCode(), wrong.body());
    assertTrue(wrong.body().contains("deletion-code-refused"), wrong.body());
    HttpResponse<String> done =
        server.send(
            "POST",
            holders(holder, "/deletion/confirmation"),
            support,
            "{\"code\": \"%s\"}".formatted(code));
    assertEquals(200, done.statusCode(), done.body());
  }

  @Test
  void aQueryByNothingOrByBoth_isRefused() {
    try (LocalServer server = new LocalServer(folder, record())) {
      String support = server.token(Role.SUPPORT, "support");
      for (String query : List.of("", "?card=0000000000001&account=a")) {
        assertEquals(400, server.send("GET", "/api/v1/holders" + query, support, "").statusCode());
      }
      assertEquals(
          400,
          server
              .send("POST", holders("X", "/deletion"), support, "{\"reason\": \"a name\"}")
              .statusCode());
    }
  }

  /** As where a process died between the record and the list, or another node deleted. */
  @Test
  void aServerThatStarts_addsToTheListWhomItDoesNotKnow() throws IOException {
    RecordUrl record = record();
    String holder;
    try (LocalServer server = new LocalServer(folder, record)) {
      String support = server.token(Role.SUPPORT, "support");
      String card = ordered(server).get("cardId").asText();
      holder =
          LocalServer.json(server.send("GET", "/api/v1/holders?card=" + card, support, ""))
              .at("/holders/0/holderId")
              .asText();
      deleted(server, support, holder);
    }
    Files.delete(folder.resolve(ForgottenFile.FILE_NAME));
    ForgottenFile list = ForgottenFile.in(folder);
    for (int start = 0; start < 2; start++) {
      try (Ledger store = Installation.store(record, new SecureRandom())) {
        list.catchUp(store);
      }
    }

    assertEquals(List.of(holder), list.all().stream().map(one -> one.holder()).toList());
  }

  private static List<String> planted(String all) {
    String text = all.toLowerCase(Locale.ROOT);
    return PLANTED.stream().filter(text::contains).toList();
  }
}
