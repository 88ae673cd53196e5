package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.SellerId;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.record.access.Role;
import tapwright.server.store.RecordUrl;

/** Requests of one caller, one more than the server answers; and taps, which nobody counts. */
class RateLimitedTest {

  /** More than this machine sends by other means meanwhile, and soon used up. */
  private static final int ALLOWED = 60;

  @TempDir private Path folder;

  @Test
  void callerWhoAsksForTooMuch_isToldWhenToComeBack_andTapsAreNot() {
    RunningServer.Conduct careful = RunningServer.Conduct.CAREFUL;
    RunningServer.Conduct conduct =
        new RunningServer.Conduct(
            careful.whenStoreAway(),
            careful.keeping(),
            careful.watched(),
            careful.front(),
            Business.USUAL.with(new Outward(ALLOWED, false)));
    RecordUrl record = RecordUrl.ofFile(folder.resolve("rate.db"));
    try (LocalServer server = new LocalServer(folder, record, conduct)) {
      SellerId seller = FirstSeller.ID;
      String token = server.token(seller, Role.SHOP, "busy");
      HttpResponse<String> answer = server.send("GET", "/api/v1/settings", token, "");
      assertEquals(200, answer.statusCode());
      assertEquals("\"caller\";q=60;w=60", header(answer, "RateLimit-Policy"));
      assertTrue(header(answer, "RateLimit").startsWith("\"caller\";r=59;t="), answer.toString());

      // Where a minute ends on the way, it takes up to as many again.
      for (int i = 0; i < 2 * ALLOWED && answer.statusCode() == 200; i++) {
        answer = server.send("GET", "/api/v1/settings", token, "");
      }
      assertEquals(429, answer.statusCode());
      assertEquals("rate-exceeded", LocalServer.json(answer).get("code").asText());
      assertTrue(Integer.parseInt(header(answer, "Retry-After")) >= 1);
      assertEquals(200, server.send("GET", "/api/v1/settings", server.shop, "").statusCode());
      assertEquals(404, server.get("/t/0000000001").statusCode());
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("none");
  }
}
