package tapwright.server.main.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tapwright.core.Bytes;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.claim.ClaimTerms;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.money.RefundLimits;
import tapwright.server.main.installation.Installation;
import tapwright.server.pay.HttpPayments;
import tapwright.server.pay.ProviderServer;
import tapwright.server.record.access.Role;
import tapwright.server.record.hook.DeliveryFilter;
import tapwright.server.security.PaymentSignature;
import tapwright.server.store.RecordUrl;

/** A story in which a shop is told of everything that it can be told of. */
final class EventStory implements AutoCloseable {

  private static final String NOTICES = "whsec_sample";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DeliveryFilter EVERYTHING =
      new DeliveryFilter(Optional.empty(), Optional.empty(), Optional.empty(), 10_000);

  /** To when a return ends, a date is near, it has passed, a plan is told to renew, and renews. */
  private static final List<Integer> DAYS = List.of(2, 5, 1, 16, 7);

  private final World.HandClock clock = new World.HandClock();
  private final ProviderServer provider = new ProviderServer();
  private final LocalServer server;
  private final DoDuties duties;
  private final String supervisor;
  private final String admin;
  private final String webhook;

  EventStory(Path folder) {
    clock.advance(Duration.ofDays(8));
    Installation on =
        LocalServer.installation(folder, RecordUrl.ofFile(folder.resolve("events.db")), clock);
    server = new LocalServer(on, LocalServer.LOOPBACK, conduct());
    duties = RoundsBeside.duties(on, false).byClockMovedByHand();
    supervisor = server.token(Role.SUPERVISOR, "the supervisor");
    admin = server.token(Role.ADMIN, "the admin");
    webhook =
        done("webhooks", "{\"url\": \"https://shop.example.com/\"}").get("webhookId").asText();
  }

  private RunningServer.Conduct conduct() {
    HttpPayments.Account account =
        new HttpPayments.Account(provider.url(), ProviderServer.KEY, Duration.ofSeconds(10));
    Business business =
        new Business(
            ClaimTerms.USUAL,
            Duration.ofMinutes(30),
            new PaymentsDoor.Wish(Optional.of(account), Optional.of(NOTICES), RefundLimits.NONE),
            Outward.USUAL);
    RunningServer.Conduct byHand = RunningServer.Conduct.BY_HAND;
    return new RunningServer.Conduct(
        byHand.whenStoreAway(),
        byHand.keeping(),
        byHand.watched(),
        byHand.front(),
        business,
        byHand.inRounds());
  }

  private JsonNode done(String path, String body) {
    return done("POST", path, body);
  }

  private JsonNode done(String method, String path, String body) {
    clock.advance(Duration.ofMinutes(1));
    String who = path.endsWith("override") ? supervisor : admin;
    HttpResponse<String> answer = server.send(method, "/api/v1/" + path, who, body);
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + " " + body + ": " + answer.body());
    }
    return LocalServer.json(answer);
  }

  /** With the version that the thing has by now. */
  private JsonNode seen(String thing, String step, String body) {
    String version = done("GET", thing, "").get("version").asText();
    return done(thing + "/" + step, body.replaceFirst("\\{", "{\"version\": " + version + ", "));
  }

  void tell() {
    money();
    plans();
    claims();
    lateFacts();
    refundOfAClaim();
    returns();
    time();
  }

  private void money() {
    server.order("A-1", "https://example.com/1");
    done(
        "orders/A-1/captures",
        """
        {"payment": "pi_1", "lines": [{"line": "card", "amount": "90.00 EUR"}]}
        """);
    refund();
    provider.next(ProviderServer.Mishap.PENDING);
    refund();
    Map<String, Object> pending = provider.refunds().getLast();
    notice(provider.event("evt_1", pending, "failed"));
    provider.next(ProviderServer.Mishap.DECLINES);
    refund();
    provider.next(ProviderServer.Mishap.BREAKS_AFTER);
    refund();
    for (String status : List.of("inquiry", "chargeback", "withdrawn", "won", "lost")) {
      done(
          "orders/A-1/disputes",
          """
          {"disputeId": "dp_1", "payment": "pi_1", "amount": "5.00 EUR", "status": "%s"}
          """
              .formatted(status));
    }
  }

  private void refund() {
    done("orders/A-1/refunds", "{\"line\": \"card\", \"amount\": \"9.00 EUR\"}");
  }

  private void notice(String event) {
    String header = new PaymentSignature(NOTICES).header(Bytes.ofUtf8(event), clock.instant());
    HttpResponse<String> taken =
        server.send(
            HttpRequest.newBuilder(server.uri("/payments/v1/webhook"))
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", header)
                .POST(HttpRequest.BodyPublishers.ofString(event)));
    if (taken.statusCode() >= 300) {
      throw new AssertionError(taken.body());
    }
  }

  private String plan(String account) {
    String id =
        done(
                "subscriptions",
                """
                {"account": "%s", "offer": {"plan": "pro", "months": 1, "price": "49.00 INR"},
                  "terms": {"zone": "Asia/Kolkata", "withdrawalDays": 7, "graceDays": 7,
                  "remindDays": 7}}
                """
                    .formatted(account))
            .get("subscriptionId")
            .asText();
    return "subscriptions/" + id;
  }

  private void plans() {
    String plan = plan("customer-1");
    done(plan + "/charges/1/failed", "{}");
    done(plan + "/charges/1/paid", "{}");
    String better =
        "{\"event\": \"upgraded\", \"offer\": {\"plan\": \"best\", \"months\": 1,"
            + " \"price\": \"99.00 INR\"}}";
    seen(plan, "events", better);
    seen(plan, "events", "{\"event\": \"upgrade-undone\"}");
    String cheaper =
        "{\"event\": \"downgrade-planned\", \"offer\": {\"plan\": \"basic\", \"months\": 1,"
            + " \"price\": \"19.00 INR\"}}";
    seen(plan, "events", cheaper);
    seen(plan, "events", "{\"event\": \"downgrade-dropped\"}");
    seen(plan, "events", "{\"event\": \"cancelled-at-end\"}");
    seen(plan, "events", "{\"event\": \"cancellation-withdrawn\"}");
    seen(plan, "events", "{\"event\": \"cancelled-now\", \"proRata\": true}");
    seen(plan, "events", "{\"event\": \"reactivated\"}");
    seen(plan("customer-2"), "events", "{\"event\": \"terminated\", \"reason\": \"other\"}");
    seen(plan("customer-3"), "events", "{\"event\": \"discontinued\"}");
    done(plan("customer-4") + "/charges/1/failed", "{}");
  }

  private String claim(String order) {
    String card = server.order(order, "https://example.com/2").get("cardId").asText();
    String filed = done("claims", AccessRequests.claim(card)).get("claimId").asText();
    return "claims/" + filed;
  }

  private void claims() {
    String claim = claim("A-2");
    done(claim + "/acknowledgement", "{\"cause\": \"mail 17\"}");
    done(claim + "/evidence", AccessRequests.EVIDENCE);
    seen(claim, "override", "{\"outcome\": \"deny\", \"reason\": \"it was used\"}");
    done(claim + "/answers", "{\"facts\": {\"opened\": true}, \"cause\": \"mail 18\"}");
    seen(claim, "appeal", "{\"cause\": \"mail 19\"}");
    seen(claim, "ruling", AccessRequests.RULING.replace("\"version\": 1, ", ""));
    done(openTask(claim) + "/dropped", "{\"reason\": \"paid by hand\"}");
    seen(claim, "close", "{\"cause\": \"all is done\"}");
  }

  /** What comes late and would have been decided otherwise, and then would not. */
  private void lateFacts() {
    String claim = claim("A-6");
    done(claim + "/answers", "{\"facts\": {\"purchasedAt\": \"2026-01-01T08:00:00Z\"}}");
    done(claim + "/answers", "{\"facts\": {\"purchasedAt\": \"2026-03-10T08:00:00Z\"}}");
  }

  /** Money that the provider does not let go back for a claim. */
  private void refundOfAClaim() {
    String line =
        """
        {"orders": [{"order": "A-7", "pack": "b-rigardz", "contact": {"name": "Sample Person"},
          "facts": {"line": "subscription", "term": "monthly", "price": "49.00 EUR"}}]}
        """;
    String card = done("orders", line).at("/cards/0/cardId").asText();
    String filed = done("claims", AccessRequests.claim(card)).get("claimId").asText();
    String claim = "claims/" + filed;
    done(
        "orders/A-7/captures",
        """
        {"payment": "pi_7", "lines": [{"line": "card", "amount": "49.00 EUR"}]}
        """);
    seen(claim, "override", AccessRequests.RULING.replace("\"version\": 1, ", ""));
    provider.next(ProviderServer.Mishap.PENDING);
    done(openTask(claim) + "/carry-out", "{\"lines\": [\"card\"]}");
    notice(provider.event("evt_7", provider.refunds().getLast(), "failed"));
  }

  private String openTask(String claim) {
    for (JsonNode task : done("GET", claim + "/tasks", "").get("tasks")) {
      if (task.get("state").asText().equals("open")) {
        return claim + "/tasks/" + task.get("number").asText();
      }
    }
    throw new AssertionError("no open task of " + claim);
  }

  private void returns() {
    String claim = claim("A-3");
    seen(claim, "override", AccessRequests.RULING.replace("\"version\": 1, ", ""));
    done(openTask(claim) + "/done", "{\"reference\": \"by hand\"}");
    String first = rma(claim, "{}");
    done(first + "/events", "{\"event\": \"cancelled\"}");
    String second = rma(claim, "{}");
    done(second + "/events", "{\"event\": \"sent\"}");
    done(second + "/events", "{\"event\": \"received\"}");
    done(second + "/inspection", "{\"verdict\": \"defective\"}");
    String card = done("GET", claim, "").get("cardId").asText();
    done("cards/" + card + "/events", "{\"event\": \"revoked\"}");
    done(second + "/disposition", "{\"disposition\": \"scrap\"}");
    rma(claim, "{\"expiresAt\": \"%s\"}".formatted(clock.instant().plus(Duration.ofDays(2))));
  }

  private String rma(String claim, String body) {
    return "rmas/" + done(claim + "/rmas", body).get("rmaId").asText();
  }

  /** What comes when it is due. */
  private void time() {
    String claim = claim("A-4");
    seen(claim, "override", AccessRequests.RULING.replace("\"version\": 1, ", ""));
    String card = server.order("A-5", "https://example.com/5").get("cardId").asText();
    Instant end = clock.instant().plus(Duration.ofDays(1));
    done("PUT", "cards/" + card + "/expiry", "{\"expiresAt\": \"%s\"}".formatted(end));
    for (int days : DAYS) {
      clock.advance(Duration.ofDays(days));
      duties.round().join();
    }
  }

  /** A message of each kind as it is sent, the first of them. */
  Map<String, JsonNode> told() {
    SampleValues samples = new SampleValues();
    return server
        .installation()
        .store()
        .read(
            FirstSeller.ID,
            records -> records.deliveries().list(FirstSeller.ID, webhook, EVERYTHING))
        .join()
        .stream()
        .map(one -> samples.sampled(json(one.body())))
        .sorted(Comparator.comparing(one -> one.get("timestamp").asText() + one))
        .collect(
            Collectors.toMap(
                one -> one.get("type").asText(), one -> one, (one, _) -> one, TreeMap::new));
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(body, e);
    }
  }

  @Override
  public void close() {
    server.close();
    provider.close();
  }
}
