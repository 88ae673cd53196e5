package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.record.access.Role;

/** Files that strangers sent, as a browser of support's gets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceFileTest {

  private static final String PAGE = "<script>alert(1)</script>\n";

  @TempDir private static Path folder;
  private LocalServer server;
  private String support;
  private String files;

  @BeforeAll
  void start() {
    server = new LocalServer(folder);
    support = server.token(Role.SUPPORT, "support");
    JsonNode placed = server.order("file-1", "https://example.com/file");
    HttpResponse<String> claim =
        server.send(
            "POST",
            "/api/v1/claims",
            server.shop,
            AccessRequests.claim(placed.get("cardId").asText()));
    assertEquals(201, claim.statusCode(), claim.body());
    files = "/api/v1/claims/" + LocalServer.json(claim).get("claimId").asText() + "/evidence";
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private HttpResponse<String> sent(String name, String content) {
    String base64 = Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    return server.send(
        "POST",
        files,
        server.shop,
        "{\"kind\": \"description\", \"name\": \"%s\", \"content\": \"%s\"}"
            .formatted(name, base64));
  }

  private HttpResponse<String> opened(HttpResponse<String> sent) {
    assertEquals(201, sent.statusCode(), sent.body());
    String id = LocalServer.json(sent).get("evidenceId").asText();
    return server.send("GET", files + "/" + id, support, "");
  }

  private static String header(HttpResponse<?> response, String name) {
    return String.join("|", response.headers().allValues(name));
  }

  @Test
  void aPageThatPretendsToBeAPicture_isGivenOutAsTextToBeSaved() {
    HttpResponse<String> file = opened(sent("../a b\\\"\u00e9.png", PAGE));

    assertEquals(200, file.statusCode(), file.body());
    assertEquals(PAGE, file.body());
    assertEquals("text/plain; charset=utf-8", header(file, "Content-Type"));
    assertEquals(
        "attachment; filename*=UTF-8''..%2Fa%20b%22%C3%A9.png",
        header(file, "Content-Disposition"));
    assertEquals("nosniff", header(file, "X-Content-Type-Options"));
    assertEquals("no-store", header(file, "Cache-Control"));
    assertEquals(
        "default-src 'none'; frame-ancestors 'none'", header(file, "Content-Security-Policy"));
  }

  @Test
  void everyTypeThatIsGivenOut_standsInTheDocument() {
    HttpResponse<String> file = opened(sent("invoice.pdf", "%PDF-1.7\n"));

    JsonNode document = LocalServer.json(server.get("/openapi.json"));
    JsonNode listed =
        document
            .at("/paths")
            .get("/api/v1/claims/{claimId}/evidence/{evidenceId}")
            .at("/get/responses/200/content");
    assertEquals("application/pdf", header(file, "Content-Type"));
    assertTrue(listed.has("application/pdf"), listed.toString());
    assertTrue(listed.has("text/plain; charset=utf-8"), listed.toString());
  }

  @Test
  void aFileThatCannotBeTaken_isRefusedWithItsCode() {
    HttpResponse<String> program = sent("a.png", "MZ\0");

    assertEquals(422, program.statusCode(), program.body());
    assertEquals("evidence-type", LocalServer.json(program).get("code").asText());
  }
}
