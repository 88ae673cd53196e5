package tapwright.server.main.serve;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tapwright.server.http.Endpoint;

/** For every route a request about somebody's objects that a role of the table may make. */
final class AccessRequests {

  private final LocalServer server;
  private int events;

  /** A person's decision, of the first version that a claim has. */
  static final String RULING =
      "{\"version\": 1, \"outcome\": \"full-refund\", \"reason\": \"walked\"}";

  /** A letter that says: broken. */
  static final String EVIDENCE =
      "{\"kind\": \"description\", \"name\": \"letter.txt\", \"content\": \"YnJva2VuCg==\"}";

  AccessRequests(LocalServer server) {
    this.server = server;
  }

  /** A claim about the card. */
  static String claim(String card) {
    return """
    {"cardId": "%s", "kind": "refund", "reason": "change-of-mind"}
    """
        .formatted(card);
  }

  /** A scan of a parcel with the card. */
  static String scan(String card) {
    return """
    {"scans": [{"scanId": "W-1", "carrier": "sample", "cardId": "%s", "kind": "delivered",
      "at": "2026-03-02T08:00:00Z"}]}
    """
        .formatted(card);
  }

  /** A plan for the account. */
  static String subscription(String account) {
    return """
    {"account": "%s", "offer": {"plan": "pro", "months": 1, "price": "49.00 INR"},
      "terms": {"zone": "Asia/Kolkata"}}
    """
        .formatted(account);
  }

  /** Sends it. A route that is new has to say here how it is walked. */
  HttpResponse<String> send(Endpoint endpoint, String token, SellerObjects whose) {
    return send(endpoint, path(endpoint, whose), token, body(endpoint, whose));
  }

  /** Sends what is given, as the route takes it. */
  HttpResponse<String> send(Endpoint endpoint, String path, String token, String body) {
    return switch (endpoint) {
      case PLACE_ORDERS_CSV, ADOPT_CARDS_CSV, TAKE_SCANS_CSV -> table(path, token, body);
      default -> server.send(endpoint.method().name(), path, token, body);
    };
  }

  private HttpResponse<String> table(String path, String token, String lines) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(path))
            .header("Idempotency-Key", "table-" + events++)
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofString(lines));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return server.send(request);
  }

  /** One that no card has yet. */
  private String slug() {
    return "WALKED%04d".formatted(events++).replace('L', 'K');
  }

  static String path(Endpoint endpoint, SellerObjects whose) {
    String path =
        endpoint
            .path()
            .replace("{slug}", whose.slug())
            .replace("{cardId}", whose.card())
            .replace("{jobId}", whose.job())
            .replace("{claimId}", whose.claim())
            .replace("{evidenceId}", whose.goods().evidence())
            .replace("{rmaId}", whose.goods().rma())
            .replace("{taskNumber}", "1")
            .replace("{stationId}", whose.station())
            .replace("{subscriptionId}", whose.subscription())
            .replace("{order}", whose.order())
            .replace("{webhookId}", whose.webhook())
            .replace("{deliveryId}", whose.delivery())
            .replace("{holderId}", whose.holder())
            .replace("{number}", "1");
    return switch (endpoint) {
      case LIST_CLAIMS -> path + "?cardId=" + whose.card();
      case LIST_SUBSCRIPTIONS -> path + "?account=" + whose.account();
      case LIST_HOLDERS -> path + "?card=" + whose.card();
      default -> path;
    };
  }

  private String body(Endpoint endpoint, SellerObjects whose) {
    return switch (endpoint) {
      case HIT_CHIP,
          HIT_PRINT,
          HIT_SHARE,
          HIT_CONTACT,
          HEALTH,
          LIVE,
          READY,
          OPENAPI,
          SIGN_IN_PAGE,
          SIGN_IN,
          SIGN_IN_PROVIDER,
          SIGN_IN_RETURN,
          SIGN_OUT,
          ACCOUNT_PAGE,
          ACCOUNT_PASSWORD,
          ACCOUNT_CODES_PAGE,
          ACCOUNT_CODES,
          VIEW_SESSION,
          END_SESSION,
          LIST_ORDERS,
          LIST_CARDS,
          VIEW_CARD,
          LIST_JOBS,
          REQUEUE_JOB,
          LIST_REFUSED_EVENTS,
          VIEW_SETTINGS,
          LIST_CLAIMS,
          VIEW_CLAIM,
          LIST_SUBSCRIPTIONS,
          VIEW_SUBSCRIPTION,
          LIST_CHARGES,
          LIST_HOLDERS,
          EXPORT_HOLDER,
          VIEW_MONEY,
          VIEW_CLAIM_TRAIL,
          LIST_TASKS,
          VIEW_EVIDENCE,
          LIST_RMAS,
          VIEW_RMA,
          LIST_STATIONS,
          REVOKE_STATION,
          LIST_WEBHOOKS,
          LIST_MAILS,
          DELETE_WEBHOOK,
          LIST_DELIVERIES,
          REPLAY_DELIVERY,
          REPLAY_DEAD_DELIVERIES ->
          "";
      case OPEN_SESSION -> "{\"name\": \"walked\"}";
      case PLACE_ORDERS ->
          """
          {"orders": [{"order": "walked-%d", "contact": {"name": "Sample Person"},
            "facts": {"line": "card"}}]}
          """
              .formatted(events++);
      case PLACE_ORDERS_CSV -> "name,order\nSample Person,walked-%d\n".formatted(events++);
      case TAKE_SCANS_CSV ->
          "scanId,carrier,cardId,kind,cause,at\nW-2,sample,%s,delivered,,2026-03-02T08:00:00Z\n"
              .formatted(whose.card());
      case ADOPT_CARDS_CSV -> "slug,state\n%s,issued\n".formatted(slug());
      case ASK_DELETION -> "{\"reason\": \"person-asked\"}";
      case CONFIRM_DELETION -> "{\"code\": \"0000-0000\"}";
      case SET_TARGET -> "{\"target\": \"https://example.com/walked\"}";
      case ACT_ON_CARD -> "{\"event\": \"issued\"}";
      case ADOPT_CARDS ->
          """
          {"cards": [{"slug": "%s", "uid": "04E1%010X", "model": "NTAG215", "state": "issued",
            "contact": {"name": "Sample Person"}, "facts": {"line": "card"}}]}
          """
              .formatted(slug(), events++);
      case SET_EXPIRY -> "{\"expiresAt\": null}";
      case SET_CONTACT -> "{\"contact\": {\"name\": \"Sample Person\"}}";
      case REPLACE_CARD -> "{\"reason\": \"damaged\"}";
      case PUT_SETTINGS -> "{\"activation\": \"first-tap\"}";
      case FILE_CLAIM -> claim(whose.card());
      case START_SUBSCRIPTION -> subscription("walked-" + events++);
      case ACT_ON_SUBSCRIPTION -> "{\"event\": \"discontinued\", \"version\": 1}";
      case REPORT_PAID, REPORT_FAILED -> "{}";
      case RECORD_CAPTURES ->
          """
          {"payment": "pi_walked%s", "lines": [{"line": "walked-%d", "amount": "9.00 EUR"}]}
          """
              .formatted(whose.card(), events++);
      case REFUND_LINE -> "{\"line\": \"walked-0\", \"amount\": \"0.01 EUR\"}";
      case REPORT_DISPUTE ->
          """
          {"disputeId": "dp_walked", "payment": "pi_walked%s", "amount": "1.00 EUR",
            "status": "inquiry"}
          """
              .formatted(whose.card());
      case TAKE_NOTICE -> "{\"id\": \"evt_walked\"}";
      case ANSWER_CLAIM, ACKNOWLEDGE_CLAIM -> "{\"cause\": \"walked\"}";
      case RULE_CLAIM, OVERRIDE_CLAIM -> RULING;
      case APPEAL_CLAIM, CLOSE_CLAIM -> "{\"version\": 1, \"cause\": \"walked\"}";
      case FINISH_TASK -> "{\"reference\": \"walked\"}";
      case CARRY_OUT_TASK -> "{}";
      case DROP_TASK -> "{\"reason\": \"walked\"}";
      case ADD_EVIDENCE -> EVIDENCE;
      case ISSUE_RMA -> "{}";
      case MOVE_RMA -> "{\"event\": \"sent\"}";
      case INSPECT_RMA -> "{\"verdict\": \"works\"}";
      case DISPOSE_RMA -> "{\"disposition\": \"scrap\"}";
      case TAKE_SCANS -> scan(whose.card());
      case INVITE_STATION -> "{\"name\": \"walked\"}";
      case CREATE_WEBHOOK -> "{\"url\": \"https://walked.example.com/\"}";
      case ROTATE_WEBHOOK -> "{\"version\": 0}";
      case SET_WEBHOOK_STATE -> "{\"version\": 0, \"state\": \"off\"}";
      case REDEEM_CODE -> "{\"code\": \"0000-0000\"}";
      case LEASE_JOBS, LEASE_PROTECTED_JOBS -> "{\"max\": 1}";
      case ASK_UID, ASK_REWRITE -> "{\"uid\": \"04A1B2C3D4E5F6\"}";
      case ASK_RETURN -> "{\"rma\": \"%s\"}".formatted(whose.goods().rma());
      case REPORT_INSPECTION ->
          "{\"rma\": \"%s\", \"verdict\": \"works\", \"grounds\": [\"uid-ours\"]}"
              .formatted(whose.goods().rma());
      case REPORT_EVENTS ->
          """
          {"events": [{"eventId": "walk-%d", "jobId": "%s", "at": "2026-03-02T08:00:00Z",
            "kind": "RELEASED"}]}
          """
              .formatted(events++, whose.job());
    };
  }
}
