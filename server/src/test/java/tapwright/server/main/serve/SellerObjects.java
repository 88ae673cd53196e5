package tapwright.server.main.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tapwright.core.card.SellerId;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;
import tapwright.server.record.hook.Delivery;

/**
 * A seller with a token of each role, and one of everything that a route can name.
 *
 * @param station the id of a station
 * @param account the shop's key of a customer who pays for the subscription
 * @param webhook the id of an endpoint
 * @param delivery the id of what was sent there
 */
record SellerObjects(
    Map<Role, String> tokens,
    String card,
    String slug,
    String job,
    String claim,
    String order,
    String station,
    String account,
    String subscription,
    String holder,
    String webhook,
    String delivery,
    Goods goods) {

  /** What came with the claim, and what goes back. */
  record Goods(String evidence, String rma) {}

  /** What no seller has, spelt as if somebody had it. */
  static final SellerObjects OF_NOBODY =
      new SellerObjects(
          Map.of(),
          "0000000000001",
          "0000000001",
          "0000000000001",
          "0000000000001",
          "X-0",
          "X",
          "X-1",
          "X-2",
          "X-3",
          "X-4",
          "X-5",
          new Goods("X", "0000000000001"));

  /** Makes all of it at the server, over HTTP where there is a way. */
  static SellerObjects make(LocalServer server, SellerId seller) {
    Map<Role, String> tokens = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      tokens.put(role, server.token(seller, role, "as " + role));
    }
    String shop = tokens.getOrDefault(Role.SHOP, "");
    String order = "order-of-" + seller;
    JsonNode placed = server.order(shop, order, "https://example.com/" + seller);
    String card = placed.get("cardId").asText();
    JsonNode claim =
        LocalServer.json(server.send("POST", "/api/v1/claims", shop, AccessRequests.claim(card)));
    String webhook = webhook(server, shop);
    return new SellerObjects(
        tokens,
        card,
        placed.get("slug").asText(),
        placed.get("jobId").asText(),
        claim.get("claimId").asText(),
        order,
        station(server, seller, tokens.getOrDefault(Role.ADMIN, "")),
        "account-of-" + seller,
        subscription(server, shop, "account-of-" + seller),
        holder(server, card, tokens.getOrDefault(Role.ADMIN, "")),
        webhook,
        delivery(server.installation().store(), seller, webhook),
        goods(server, tokens, claim.get("claimId").asText()));
  }

  private static String subscription(LocalServer server, String shop, String account) {
    JsonNode begun =
        LocalServer.json(
            server.send(
                "POST", "/api/v1/subscriptions", shop, AccessRequests.subscription(account)));
    return begun.get("subscriptionId").asText();
  }

  private static String holder(LocalServer server, String card, String admin) {
    return LocalServer.json(server.send("GET", "/api/v1/holders?card=" + card, admin, ""))
        .at("/holders/0/holderId")
        .asText();
  }

  private static String webhook(LocalServer server, String shop) {
    return LocalServer.json(
            server.send("POST", "/api/v1/webhooks", shop, "{\"url\": \"https://a.example.com/\"}"))
        .get("webhookId")
        .asText();
  }

  /** What was sent once: nothing is sent from tests. */
  private static String delivery(Ledger store, SellerId seller, String webhook) {
    String id = "msg_of_" + seller;
    Instant at = Instant.parse("2026-03-02T08:00:00Z");
    Delivery.Progress sent = new Delivery.Progress(Delivery.State.SENT, 1, at, "status 204", at);
    Delivery delivery =
        new Delivery(id, webhook, seller, "event-of-" + seller, "walked", "{}", sent, at);
    store
        .write(
            seller,
            records -> {
              records.deliveries().add(delivery);
              return true;
            })
        .join();
    return id;
  }

  /** A person's decision brings tasks, whatever the policy says. */
  private static Goods goods(LocalServer server, Map<Role, String> tokens, String claim) {
    String path = "/api/v1/claims/" + claim;
    String support = tokens.getOrDefault(Role.SUPPORT, "");
    String shop = tokens.getOrDefault(Role.SHOP, "");
    String answered = server.send("GET", path, support, "").body();
    String step = answered.contains("\"state\":\"decided\"") ? "/override" : "/ruling";
    server.send(
        "POST", path + step, tokens.getOrDefault(Role.SUPERVISOR, ""), AccessRequests.RULING);
    JsonNode file =
        LocalServer.json(server.send("POST", path + "/evidence", shop, AccessRequests.EVIDENCE));
    JsonNode rma = LocalServer.json(server.send("POST", path + "/rmas", shop, "{}"));
    return new Goods(file.get("evidenceId").asText(), rma.get("rmaId").asText());
  }

  /** A station beside the one that asks, which would ask no more once it was stopped. */
  private static String station(LocalServer server, SellerId seller, String admin) {
    server.token(seller, Role.STATION, "a desk");
    JsonNode first =
        LocalServer.json(server.send("GET", "/api/v1/stations", admin, "")).at("/stations/0");
    if (!first.path("name").asText().equals("a desk")) {
      throw new AssertionError(first);
    }
    return first.get("stationId").asText();
  }

  /** What tells that an answer speaks of this seller. */
  List<String> marks() {
    return Stream.of(
            card,
            slug,
            job,
            claim,
            order,
            station,
            account,
            subscription,
            holder,
            webhook,
            delivery,
            goods.evidence(),
            goods.rma())
        .toList();
  }
}
