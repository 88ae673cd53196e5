package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.house.RefusalPage;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.nodes.Wait;
import tapwright.server.record.duty.OutEvent;
import tapwright.server.store.RecordUrl;

/** What a whole server sends to a shop on the loopback. */
class WebhookDeliveryTest {

  private static final String LIBRARY = "standardwebhooks@1.0.0";
  private static final String ROUTE = "/api/v1/webhooks";

  @TempDir private Path folder;
  private final HookReceiver shop = new HookReceiver();
  private LocalServer server;

  @BeforeEach
  void start() {
    RunningServer.Conduct careful = RunningServer.Conduct.CAREFUL;
    server =
        new LocalServer(
            folder,
            RecordUrl.ofFile(folder.resolve("hooks.db")),
            new RunningServer.Conduct(
                careful.whenStoreAway(),
                careful.keeping(),
                careful.watched(),
                careful.front(),
                Business.USUAL.with(new Outward(6_000, true))));
  }

  @AfterEach
  void stop() {
    server.close();
    shop.close();
  }

  private JsonNode webhook() {
    HttpResponse<String> made =
        server.send("POST", ROUTE, server.shop, "{\"url\": \"" + shop.url() + "\"}");
    assertEquals(201, made.statusCode(), made.body());
    return LocalServer.json(made);
  }

  private void happened(String id) {
    OutEvent event =
        new OutEvent(
            id,
            FirstSeller.ID,
            "claim-decided",
            "{\"claimId\":\"%s\",\"note\":\"đã quyết định\"}".formatted(id),
            Instant.parse("2026-03-02T08:00:00Z"));
    server.installation().store().writeAcrossSellers(all -> all.outbox().add(event)).join();
  }

  private JsonNode deliveries(JsonNode webhook) {
    return LocalServer.json(
            server.send(
                "GET",
                ROUTE + "/" + webhook.get("webhookId").asText() + "/deliveries",
                server.shop,
                ""))
        .get("deliveries");
  }

  @Test
  void message_isTakenByACheckWrittenApart() {
    JsonNode webhook = webhook();
    happened("one");
    HookReceiver.Received message = shop.awaited(1).getFirst();

    assertTrue(message.isSignedWith(webhook.get("secret").asText()));
    assertFalse(message.isSignedWith("whsec_" + "A".repeat(43) + "="));
    assertEquals("application/json", message.headers().get("content-type"));
    assertTrue(message.body().contains("đã quyết định"), message.body());
  }

  @Test
  void rotatedSecret_bothSignUntilTheOldOneEnds() {
    JsonNode webhook = webhook();
    HttpResponse<String> rotated =
        server.send(
            "POST",
            ROUTE + "/" + webhook.get("webhookId").asText() + "/rotate",
            server.shop,
            "{\"version\": 0}");
    assertEquals(200, rotated.statusCode(), rotated.body());
    happened("one");
    HookReceiver.Received message = shop.awaited(1).getFirst();

    assertTrue(message.isSignedWith(webhook.get("secret").asText()));
    assertTrue(message.isSignedWith(LocalServer.json(rotated).get("secret").asText()));
  }

  @Test
  void redirect_isNotFollowed() {
    try (HookReceiver elsewhere = new HookReceiver()) {
      shop.redirectsTo(elsewhere.url());
      JsonNode webhook = webhook();
      happened("one");
      shop.awaited(1);
      Wait.until(
          "the answer is on record",
          Duration.ofMinutes(1),
          () -> deliveries(webhook).at("/0/lastAnswer").asText().equals("status 307"),
          () -> deliveries(webhook).toString());

      assertEquals(List.of(), elsewhere.received());
    }
  }

  @Test
  void secret_isShownWhenItIsMade_andNeverAgain() {
    JsonNode webhook = webhook();
    String listed = server.send("GET", ROUTE, server.shop, "").body();

    assertTrue(webhook.get("secret").asText().startsWith("whsec_"));
    assertFalse(listed.contains("whsec_"), listed);
  }

  @Test
  @Tag("npm")
  void message_isTakenByStandardwebhooksOfNpm() throws Exception {
    JsonNode webhook = webhook();
    happened("one");
    HookReceiver.Received message = shop.awaited(1).getFirst();
    Path npm = Files.createDirectories(folder.resolve("npm"));
    run(
        npm,
        "npm",
        "install",
        "--prefix",
        ".",
        "--no-package-lock",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
        LIBRARY);
    Files.copy(
        RefusalPage.projectFolder().resolve("server/src/test/interop/verify-webhook.js"),
        npm.resolve("verify-webhook.js"));
    Files.writeString(
        npm.resolve("headers.json"), new ObjectMapper().writeValueAsString(message.headers()));
    Files.writeString(npm.resolve("body.json"), message.body());

    String secret = webhook.get("secret").asText();
    assertEquals("claim-decided", run(npm, "node", "verify-webhook.js", secret, "."));
    Files.writeString(npm.resolve("body.json"), message.body().replace("one", "two"));
    assertTrue(refused(npm, "node", "verify-webhook.js", secret, ".").contains("No matching"));
  }

  private static String run(Path folder, String... command) throws Exception {
    Process process = started(folder, command);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.strip();
  }

  private static String refused(Path folder, String... command) throws Exception {
    Process process = started(folder, command);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor(), said);
    return said;
  }

  private static Process started(Path folder, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return process;
  }
}
