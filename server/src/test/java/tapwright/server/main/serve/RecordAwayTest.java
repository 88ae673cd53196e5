package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.HeardLog;

/** What a person and the log are told while the record is away. */
class RecordAwayTest {

  @TempDir private Path folder;
  @RegisterExtension final HeardLog said = HeardLog.ofAll("tapwright");

  private LocalServer server;

  @BeforeEach
  void start() {
    server = new LocalServer(folder);
    server.installation().store().close();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyLink_showsAWholePageThatIsNotKept() {
    for (String path : List.of("/t/", "/Q/", "/s/")) {
      HttpResponse<String> page = server.get(path + "0000000000");

      assertEquals(503, page.statusCode());
      assertTrue(page.body().contains("Come back in a moment"), page.body());
      assertTrue(page.body().endsWith("</html>\n"), page.body());
      assertEquals("1", page.headers().firstValue("Retry-After").orElseThrow());
      assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
    }
    HttpResponse<String> head =
        server.send(HttpRequest.newBuilder(server.uri("/s/0000000000")).HEAD());
    assertEquals(503, head.statusCode());
    assertEquals("", head.body());
  }

  @Test
  void theLog_hasOneLineForAllThatFails() {
    for (int i = 0; i < 20; i++) {
      server.get("/t/0000000000");
      server.get("/health");
    }

    assertEquals(1, said.events().size(), said.events().toString());
    assertEquals(null, said.events().getFirst().getThrowableProxy());
  }
}
