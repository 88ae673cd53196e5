package tapwright.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That no route is mounted unseen; the server looks when it starts. */
class MountedRoutesTest {

  private Vertx vertx;
  private Router router;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    router = Router.router(vertx);
    router.route().handler(context -> context.next());
    router.get("/t/*").handler(context -> context.next());
    router.get("/T/*").handler(context -> context.next());
    router.get("/api/v1/cards/:cardId").handler(context -> context.next());
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aRouteOfTheTable_isListed() {
    MountedRoutes.requireListed(router);
  }

  @Test
  void aPlantedPath_isFound() {
    router.get("/api/v1/everything").handler(context -> context.next());

    assertEquals(List.of("[GET] /api/v1/everything"), MountedRoutes.unlisted(router));
    assertThrows(IllegalStateException.class, () -> MountedRoutes.requireListed(router));
  }

  @Test
  void aPlantedMethod_isFound() {
    router.delete("/api/v1/cards/:cardId").handler(context -> context.next());
    router.route("/api/v1/cards").handler(context -> context.next());

    assertEquals(
        List.of("[DELETE] /api/v1/cards/:cardId", "null /api/v1/cards"),
        MountedRoutes.unlisted(router));
  }

  @Test
  void aPlantedPrefix_ofClosedRoutesIsFound() {
    router.get("/api/v1/cards/*").handler(context -> context.next());
    router.getWithRegex("/api/.*").handler(context -> context.next());

    assertEquals(2, MountedRoutes.unlisted(router).size());
  }
}
