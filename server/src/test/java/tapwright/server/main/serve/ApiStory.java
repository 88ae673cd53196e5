package tapwright.server.main.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.NdefMessage;
import tapwright.server.app.Answer;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.account.RunAccounts;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.people.PeopleMeans;
import tapwright.server.record.access.Role;
import tapwright.server.record.hook.Delivery;

/** A story in which each operation of the API happens once, by the examples of its document. */
final class ApiStory {

  private static final String ORDER = "2026-1001";
  private static final String ADOPTED = "7HK3M9QRTV";
  private static final String REPLACED = "9RTV7HK3MQ";
  private static final String CARD = id(1);
  private static final String JOB = id(2);
  private static final String CLAIM = id(3);
  private static final String RMA = id(4);

  private final ExampleTeller teller;
  private final SampleValues samples;
  private String card = "";
  private String claim = "";
  private String webhook = "";
  private String station = "";
  private String replaced = "";
  private String second = "";

  ApiStory(ExampleTeller teller) {
    this.teller = teller;
    this.samples = teller.samples;
  }

  private static String id(int number) {
    return "%013d".formatted(number);
  }

  void tell() {
    people();
    endpoints();
    orders();
    stations();
    work();
    cards();
    plans();
    money();
    claims();
    returns();
    persons();
    deliveries();
    ends();
  }

  private void people() {
    Installation on = teller.server.installation();
    Answer<?> made =
        new RunAccounts(on.store(), PeopleMeans.of(on, Runnable::run), on.ids(), on.clock())
            .create(
                new RunAccounts.Person(FirstSeller.ID, "support@example.com", Role.SUPPORT),
                "a sample of a long password")
            .join();
    if (!(made instanceof Answer.Done<?>)) {
      throw new AssertionError(made);
    }
    HttpResponse<String> opened = teller.tellWith("openSession");
    String cookie =
        opened.headers().firstValue("Set-Cookie").map(set -> set.split(";", 2)[0]).orElseThrow();
    String mark = LocalServer.json(opened).path("csrfToken").asText();
    teller.tellWith("viewSession", "Cookie", cookie);
    teller.tellWith("endSession", "Cookie", cookie, "X-CSRF-Token", mark);
    teller.tell("putSettings");
    teller.tell("viewSettings");
  }

  private void endpoints() {
    JsonNode made = teller.tell("createWebhook");
    webhook = samples.name(made.get("webhookId").asText(), id(5));
    // Told of everything that happens, to be compared with the events of the document.
    teller.besides(
        "POST", "/api/v1/webhooks", Role.SHOP, "{\"url\": \"https://all.example.com/\"}");
    teller.tell("listWebhooks");
  }

  private void orders() {
    JsonNode placed = teller.tell("placeOrders").at("/cards/0");
    card = samples.name(placed.get("cardId").asText(), CARD);
    samples.name(placed.get("jobId").asText(), JOB);
    samples.name(placed.get("slug").asText(), "Q2D8XN5W6C");
    teller.ask("listOrders", "?order=" + ORDER);
    teller.ask("listCards", "?order=" + ORDER);
    samples.name(ADOPTED, ADOPTED);
    samples.name(REPLACED, REPLACED);
    teller.tell("adoptCards");
    replaced = teller.tell("adoptCardsCsv").at("/cards/0/cardId").asText();
  }

  private void stations() {
    JsonNode invited = teller.tell("inviteStation");
    samples.name(invited.get("code").asText(), "7K2M-9QXD");
    JsonNode entered = teller.tell("redeemCode");
    String token = entered.get("token").asText();
    samples.name(token, "tw_station_sampleOfATokenThatOpensNothing");
    teller.token(Role.STATION, token);
    JsonNode listed = teller.tell("listStations");
    for (JsonNode one : listed.get("stations")) {
      if (one.get("name").asText().equals("desk 1")) {
        station = samples.name(one.get("stationId").asText(), id(6));
      }
    }
  }

  private void work() {
    teller.tell("leaseJobs");
    JsonNode more = teller.tell("placeOrdersCsv");
    samples.name(more.at("/cards/0/slug").asText(), "M4T7ZK9R3B");
    second = more.at("/cards/0/cardId").asText();
    teller.tell("leaseProtectedJobs");
    teller.tell("askUid");
    samples.name(message("Q2D8XN5W6C", true), message("Q2D8XN5W6C", false));
    teller.tell("reportEvents");
    teller.ask("listJobs", "?limit=1");
    String stopped = more.at("/cards/0/jobId").asText();
    teller.besides(
        "POST",
        "/station/v1/events",
        Role.STATION,
        """
        {"events": [{"eventId": "made-2", "jobId": "%s", "at": "2026-03-10T08:00:00Z",
          "kind": "VERIFIED", "encoded": {"uid": "04A1B2C3D4E5F7", "model": "NTAG215",
          "message": "D10100", "counterBaseline": 2, "exchanges": 18}}]}
        """
            .formatted(stopped));
    teller.tell("listRefusedEvents");
    teller.tell("requeueJob", stopped);
  }

  /** The message of the card with this slug, or of whichever the slug stands for. */
  private String message(String slug, boolean real) {
    String link =
        "https://cards.example.com/t/"
            + (real ? samples.real(slug) : slug)
            + "?m="
            + CardMessages.MIRROR_PLACEHOLDER;
    return NdefMessage.of(new Link(link).record()).encode().toHex();
  }

  private void cards() {
    teller.tell("actOnCard", card);
    teller.server.get("/t/" + samples.real("Q2D8XN5W6C") + "?m=04A1B2C3D4E5F6x000003");
    teller.tell("setTarget", card);
    teller.tell("setExpiry", card);
    teller.tell("viewCard", card);
    teller.tell("setContact", card);
    teller.tell("askRewrite");
  }

  private void plans() {
    JsonNode begun = teller.tell("startSubscription");
    String plan = samples.name(begun.get("subscriptionId").asText(), id(7));
    teller.tell("reportPaid", plan, "2");
    teller.tell("actOnSubscription", plan);
    teller.tell("listCharges", plan);
    teller.tell("viewSubscription", plan);
    teller.ask("listSubscriptions", "?account=customer-17");
    teller.tell("reportFailed", plan, "1");
  }

  private void money() {
    teller.tell("recordCaptures", ORDER);
    teller.tell("refundLine", ORDER);
    teller.tell("viewMoney", ORDER);
  }

  private void claims() {
    claim = samples.name(teller.tell("fileClaim").get("claimId").asText(), CLAIM);
    teller.tell("acknowledgeClaim", claim);
    teller.tell("answerClaim", claim);
    JsonNode file = teller.tell("addEvidence", claim);
    teller.tell("viewEvidence", claim, samples.name(file.get("evidenceId").asText(), id(8)));
    teller.doDuties();
    teller.tell("ruleClaim", claim);
    teller.doDuties();
    // The newest alone: some of those before were made at one instant, in no order.
    teller.ask("listMails", "?limit=1");
    teller.ask("listClaims", "?cardId=" + card);
    teller.tell("listTasks", claim);
    teller.tell("carryOutTask", claim, "1");
    teller.tell("finishTask", claim, "2");
    teller.tell("reportDispute", ORDER);
    teller.tell("appealClaim", claim);
    teller.tell("overrideClaim", claim);
    teller.tell("dropTask", claim, "3");
  }

  private void returns() {
    String rma = samples.name(teller.tell("issueRma", claim).get("rmaId").asText(), RMA);
    teller.tell("moveRma", rma);
    teller.tell("takeScans");
    teller.tell("takeScansCsv");
    teller.tell("askReturn");
    teller.besides(
        "POST", "/api/v1/rmas/" + rma + "/events", Role.SHOP, "{\"event\": \"received\"}");
    teller.tell("reportInspection");
    teller.ask("listRmas", "?claimId=" + claim);
    teller.tell("viewRma", rma);
    String other = secondReturn();
    teller.tell("inspectRma", other);
    teller.tell("disposeRma", other);
    teller.tell("viewClaim", claim);
    teller.tell("viewClaimTrail", claim);
    teller.tell("closeClaim", claim);
  }

  /** A parcel that is here, of the second order. */
  private String secondReturn() {
    JsonNode filed =
        teller.besides("POST", "/api/v1/claims", Role.SHOP, AccessRequests.claim(second));
    String path = "/api/v1/claims/" + filed.get("claimId").asText() + "/rmas";
    String rma = teller.besides("POST", path, Role.SHOP, "{}").get("rmaId").asText();
    String events = "/api/v1/rmas/" + rma + "/events";
    teller.besides("POST", events, Role.SHOP, "{\"event\": \"sent\"}");
    teller.besides("POST", events, Role.SHOP, "{\"event\": \"received\"}");
    return rma;
  }

  private void persons() {
    teller.tell("replaceCard", replaced);
    JsonNode found = teller.ask("listHolders", "?card=" + cardOfAnother());
    String holder = samples.name(found.at("/holders/0/holderId").asText(), id(9));
    teller.tell("exportHolder", holder);
    JsonNode asked = teller.tell("askDeletion", holder);
    samples.name(asked.get("code").asText(), "7K2M-9QXZ");
    teller.tell("confirmDeletion", holder);
  }

  /** The card of somebody with no claim, so that nothing stands against forgetting them. */
  private String cardOfAnother() {
    String order =
        """
        {"orders": [{"order": "2026-1003", "pack": "b-rigardz",
          "contact": {"name": "Another Sample", "email": "another@example.com"}}]}
        """;
    return teller
        .besides("POST", "/api/v1/orders", Role.SHOP, order)
        .at("/cards/0/cardId")
        .asText();
  }

  private void deliveries() {
    teller.doDuties();
    JsonNode listed = teller.ask("listDeliveries", "?event=money.refund-refunded&limit=1", webhook);
    String delivery = listed.at("/deliveries/0/deliveryId").asText();
    taken(delivery);
    teller.tell("replayDelivery", webhook, delivery);
    teller.tell("replayDeadDeliveries", webhook);
    teller.tell("rotateWebhook", webhook);
    teller.tell("setWebhookState", webhook);
    teller.tell("deleteWebhook", webhook);
  }

  /** As a node notes it after the shop took it: nothing is sent from here. */
  private void taken(String delivery) {
    Instant now = teller.clock.instant();
    teller
        .server
        .installation()
        .store()
        .write(
            FirstSeller.ID,
            records -> {
              Delivery before =
                  records.deliveries().byId(FirstSeller.ID, webhook, delivery).orElseThrow();
              Delivery.Progress sent =
                  new Delivery.Progress(Delivery.State.SENT, 1, now, "status 204", now);
              return records.deliveries().advance(before, sent);
            })
        .join();
  }

  private void ends() {
    teller.tell("revokeStation", station);
  }
}
