package tapwright.server.http;

import static tapwright.server.record.access.Role.ADMIN;
import static tapwright.server.record.access.Role.AUDITOR;
import static tapwright.server.record.access.Role.FULFILMENT;
import static tapwright.server.record.access.Role.SHOP;
import static tapwright.server.record.access.Role.STATION;
import static tapwright.server.record.access.Role.SUPERVISOR;
import static tapwright.server.record.access.Role.SUPPORT;

import io.vertx.core.http.HttpMethod;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import tapwright.server.record.access.Role;

/**
 * Every route of the server and who may use it: the one table from which the gate judges and the
 * documentation is made.
 *
 * <p>A path is written as in OpenAPI. A server with a route that is not here does not start ({@link
 * MountedRoutes}).
 */
@SuppressWarnings("ImmutableEnumChecker") // List.of and HttpMethod cannot change
public enum Endpoint {
  /** A tap: the link on a chip. */
  HIT_CHIP("GET", "/t/{slug}", Open.TO_ALL),
  /** A scan: the link in a print. */
  HIT_PRINT("GET", "/Q/{slug}", Open.TO_ALL),
  /** The page that shows whose a card is. */
  HIT_SHARE("GET", "/s/{slug}", Open.TO_ALL),
  /** What a share page shows, for an address book. */
  HIT_CONTACT("GET", "/s/{slug}/contact.vcf", Open.TO_ALL),
  /** Whether the server can do its work. */
  HEALTH("GET", "/health", Open.TO_ALL),
  /** Answered as long as the process can answer at all: restart it where this fails. */
  LIVE("GET", "/health/live", Open.TO_ALL),
  /** Whether it should be sent requests: send them elsewhere where this fails. */
  READY("GET", "/health/ready", Open.TO_ALL),
  /** The description of the API. */
  OPENAPI("GET", "/openapi.json", Open.TO_ALL),

  /** The page on which people sign in. */
  SIGN_IN_PAGE("GET", "/sign-in", Open.TO_ALL),
  /** What is sent from that page. */
  SIGN_IN("POST", "/sign-in", Open.TO_ALL),
  /** The way to the identity provider of the seller whose host is asked. */
  SIGN_IN_PROVIDER("GET", "/sign-in/provider", Open.TO_ALL),
  /** The way back from it. */
  SIGN_IN_RETURN("GET", "/sign-in/provider/return", Open.TO_ALL),
  /** The way out, from any page. */
  SIGN_OUT("POST", "/sign-out", Open.TO_ALL),
  /** What people see of their own accounts; who is not signed in is led to where they can. */
  ACCOUNT_PAGE("GET", "/account", Open.TO_ALL),
  /** Another password. */
  ACCOUNT_PASSWORD("POST", "/account/password", Open.TO_ALL),
  /** The page on which codes are set up. */
  ACCOUNT_CODES_PAGE("GET", "/account/codes", Open.TO_ALL),
  /** Codes from a phone, asked for from now on. */
  ACCOUNT_CODES("POST", "/account/codes", Open.TO_ALL),
  /** A session for a name and a password. */
  OPEN_SESSION("POST", "/api/v1/session", Open.TO_ALL),
  /** Who has signed in, and what scripts need to know of it. */
  VIEW_SESSION("GET", "/api/v1/session", ADMIN, SUPPORT, SUPERVISOR, FULFILMENT, AUDITOR),
  /** The end of a session. */
  END_SESSION("DELETE", "/api/v1/session", ADMIN, SUPPORT, SUPERVISOR, FULFILMENT, AUDITOR),

  /** Orders, found by their number or by when they were placed. */
  LIST_ORDERS("GET", "/api/v1/orders", ADMIN, SUPPORT, SUPERVISOR, SHOP, AUDITOR),
  /** Orders as JSON. */
  PLACE_ORDERS("POST", "/api/v1/orders", ADMIN, SUPERVISOR, SHOP),
  /** Orders as a table. */
  PLACE_ORDERS_CSV("POST", "/api/v1/orders.csv", ADMIN, SUPERVISOR, SHOP),

  /** Cards, found by what is known of them. */
  LIST_CARDS("GET", "/api/v1/cards", ADMIN, SUPPORT, SUPERVISOR, FULFILMENT, SHOP, AUDITOR),
  /** A card with its contact and its history. */
  VIEW_CARD("GET", "/api/v1/cards/{cardId}", ADMIN, SUPPORT, SUPERVISOR, FULFILMENT, SHOP, AUDITOR),
  /** Where a card's links lead. */
  SET_TARGET("PUT", "/api/v1/cards/{cardId}/target", ADMIN, SUPPORT, SUPERVISOR, SHOP),
  /** What happens to a card: given out, sent, suspended, revoked. */
  ACT_ON_CARD("POST", "/api/v1/cards/{cardId}/events", ADMIN, SUPPORT, SUPERVISOR, SHOP),

  /** Cards that are out already, as JSON. */
  ADOPT_CARDS("POST", "/api/v1/cards/adopt", ADMIN, SUPERVISOR, SHOP),
  /** Cards that are out already, as a table. */
  ADOPT_CARDS_CSV("POST", "/api/v1/cards/adopt.csv", ADMIN, SUPERVISOR, SHOP),
  /** When a card's time is over. */
  SET_EXPIRY("PUT", "/api/v1/cards/{cardId}/expiry", ADMIN, SUPPORT, SUPERVISOR, SHOP),
  /** Whom a card speaks for. */
  SET_CONTACT("PUT", "/api/v1/cards/{cardId}/contact", ADMIN, SUPPORT, SUPERVISOR, SHOP),
  /** Another card in the place of one. */
  REPLACE_CARD("POST", "/api/v1/cards/{cardId}/replacement", ADMIN, SUPPORT, SUPERVISOR, SHOP),

  /** The work that stations have and had. */
  LIST_JOBS("GET", "/api/v1/jobs", ADMIN, SUPPORT, SUPERVISOR, FULFILMENT, SHOP, AUDITOR),
  /** Stopped work set going again. */
  REQUEUE_JOB("POST", "/api/v1/jobs/{jobId}/requeue", ADMIN, SUPERVISOR, FULFILMENT, SHOP),
  /** What stations reported that could not be true. */
  LIST_REFUSED_EVENTS(
      "GET", "/api/v1/station-events/refused", ADMIN, SUPERVISOR, FULFILMENT, SHOP, AUDITOR),

  /** What the seller set. */
  VIEW_SETTINGS("GET", "/api/v1/settings", ADMIN, SUPERVISOR, SHOP, AUDITOR),
  /** What the seller sets, a key for its chips among it. */
  PUT_SETTINGS("PUT", "/api/v1/settings", ADMIN, SHOP),

  /** A claim, decided at once. */
  FILE_CLAIM("POST", "/api/v1/claims", ADMIN, SUPPORT, SUPERVISOR, SHOP),
  /** The claims of a card. */
  LIST_CLAIMS("GET", "/api/v1/claims", ADMIN, SUPPORT, SUPERVISOR, SHOP, AUDITOR),
  /** A claim with its decision. */
  VIEW_CLAIM("GET", "/api/v1/claims/{claimId}", ADMIN, SUPPORT, SUPERVISOR, SHOP, AUDITOR),
  /** What happened to a claim. */
  VIEW_CLAIM_TRAIL("GET", "/api/v1/claims/{claimId}/trail", ADMIN, SUPPORT, SUPERVISOR, AUDITOR),
  /** What came after a claim. */
  ANSWER_CLAIM("POST", "/api/v1/claims/{claimId}/answers", ADMIN, SUPPORT, SUPERVISOR, SHOP),
  /** That the customer was told that a claim is here. */
  ACKNOWLEDGE_CLAIM(
      "POST", "/api/v1/claims/{claimId}/acknowledgement", ADMIN, SUPPORT, SUPERVISOR, SHOP),
  /** A person's decision. */
  RULE_CLAIM("POST", "/api/v1/claims/{claimId}/ruling", ADMIN, SUPPORT, SUPERVISOR),
  /** A supervisor's, over what was decided. */
  OVERRIDE_CLAIM("POST", "/api/v1/claims/{claimId}/override", SUPERVISOR),
  /** That the customer does not agree. */
  APPEAL_CLAIM("POST", "/api/v1/claims/{claimId}/appeal", ADMIN, SUPPORT, SUPERVISOR, SHOP),
  /** The end of a claim. */
  CLOSE_CLAIM("POST", "/api/v1/claims/{claimId}/close", ADMIN, SUPPORT, SUPERVISOR),
  /** What has to be done about a claim. */
  LIST_TASKS(
      "GET",
      "/api/v1/claims/{claimId}/tasks",
      ADMIN,
      SUPPORT,
      SUPERVISOR,
      FULFILMENT,
      SHOP,
      AUDITOR),
  /** That it was done. */
  FINISH_TASK(
      "POST",
      "/api/v1/claims/{claimId}/tasks/{taskNumber}/done",
      ADMIN,
      SUPPORT,
      SUPERVISOR,
      FULFILMENT,
      SHOP),
  /** Have the server do it. */
  CARRY_OUT_TASK(
      "POST", "/api/v1/claims/{claimId}/tasks/{taskNumber}/carry-out", ADMIN, SUPPORT, SUPERVISOR),
  /** That it is not wanted any more. */
  DROP_TASK(
      "POST", "/api/v1/claims/{claimId}/tasks/{taskNumber}/dropped", ADMIN, SUPPORT, SUPERVISOR),
  /** A file that came with a claim. */
  ADD_EVIDENCE("POST", "/api/v1/claims/{claimId}/evidence", ADMIN, SUPPORT, SUPERVISOR, SHOP),
  /** The file again. */
  VIEW_EVIDENCE(
      "GET", "/api/v1/claims/{claimId}/evidence/{evidenceId}", ADMIN, SUPPORT, SUPERVISOR),

  /** The permission to send goods back. */
  ISSUE_RMA("POST", "/api/v1/claims/{claimId}/rmas", ADMIN, SUPPORT, SUPERVISOR, SHOP),
  /** Returns, found by how they stand or by their claim. */
  LIST_RMAS("GET", "/api/v1/rmas", ADMIN, SUPPORT, SUPERVISOR, FULFILMENT, SHOP, AUDITOR),
  /** A return, with what its label says. */
  VIEW_RMA("GET", "/api/v1/rmas/{rmaId}", ADMIN, SUPPORT, SUPERVISOR, FULFILMENT, SHOP, AUDITOR),
  /** What happens to its parcel. */
  MOVE_RMA("POST", "/api/v1/rmas/{rmaId}/events", ADMIN, SUPPORT, SUPERVISOR, FULFILMENT, SHOP),
  /** What was found in it. */
  INSPECT_RMA("POST", "/api/v1/rmas/{rmaId}/inspection", ADMIN, SUPPORT, SUPERVISOR, FULFILMENT),
  /** What becomes of the goods. */
  DISPOSE_RMA("POST", "/api/v1/rmas/{rmaId}/disposition", ADMIN, SUPERVISOR, FULFILMENT),
  /** What carriers say of parcels. */
  TAKE_SCANS("POST", "/api/v1/carrier-scans", ADMIN, SUPERVISOR, FULFILMENT, SHOP),
  /** The same as a table. */
  TAKE_SCANS_CSV("POST", "/api/v1/carrier-scans.csv", ADMIN, SUPERVISOR, FULFILMENT, SHOP),

  /** A plan that begins. */
  START_SUBSCRIPTION("POST", "/api/v1/subscriptions", ADMIN, SHOP),
  /** The plans of an account or of an order. */
  LIST_SUBSCRIPTIONS("GET", "/api/v1/subscriptions", ADMIN, SUPPORT, SUPERVISOR, SHOP, AUDITOR),
  /** A plan: how it stands, until when. */
  VIEW_SUBSCRIPTION(
      "GET", "/api/v1/subscriptions/{subscriptionId}", ADMIN, SUPPORT, SUPERVISOR, SHOP, AUDITOR),
  /** What happens to a plan: upgraded, cancelled, reactivated. */
  ACT_ON_SUBSCRIPTION(
      "POST", "/api/v1/subscriptions/{subscriptionId}/events", ADMIN, SUPPORT, SUPERVISOR, SHOP),
  /** What a plan costs, term by term. */
  LIST_CHARGES(
      "GET",
      "/api/v1/subscriptions/{subscriptionId}/charges",
      ADMIN,
      SUPPORT,
      SUPERVISOR,
      SHOP,
      AUDITOR),
  /** A charge that the shop has collected. */
  REPORT_PAID("POST", "/api/v1/subscriptions/{subscriptionId}/charges/{number}/paid", ADMIN, SHOP),
  /** A charge that the shop could not collect. */
  REPORT_FAILED(
      "POST", "/api/v1/subscriptions/{subscriptionId}/charges/{number}/failed", ADMIN, SHOP),

  /** The people whom cards speak for, found by a card or by the shop's key for its customer. */
  LIST_HOLDERS("GET", "/api/v1/holders", ADMIN, SUPPORT, SUPERVISOR),
  /** Everything that is kept of one person. */
  EXPORT_HOLDER("GET", "/api/v1/holders/{holderId}/export", ADMIN, SUPPORT, SUPERVISOR),
  /** What deleting a person's data would do, and the code that confirms it. */
  ASK_DELETION("POST", "/api/v1/holders/{holderId}/deletion", ADMIN, SUPPORT, SUPERVISOR),
  /** A person's data deleted for ever. */
  CONFIRM_DELETION(
      "POST", "/api/v1/holders/{holderId}/deletion/confirmation", ADMIN, SUPPORT, SUPERVISOR),

  /** What a customer paid for the lines of an order. */
  RECORD_CAPTURES("POST", "/api/v1/orders/{order}/captures", ADMIN, SHOP),
  /** The money of an order: captured, reserved, refunded, disputed. */
  VIEW_MONEY("GET", "/api/v1/orders/{order}/money", ADMIN, SUPPORT, SUPERVISOR, SHOP, AUDITOR),
  /** Money that goes back for a line of an order. */
  REFUND_LINE("POST", "/api/v1/orders/{order}/refunds", ADMIN, SUPPORT, SUPERVISOR),
  /** A dispute that somebody learnt of by hand. */
  REPORT_DISPUTE("POST", "/api/v1/orders/{order}/disputes", ADMIN, SUPPORT, SUPERVISOR, SHOP),
  /** What the payment provider tells of by itself; it is known by its signature. */
  TAKE_NOTICE("POST", "/payments/v1/webhook", Open.TO_ALL),

  /** The stations: when they were last seen, what they have, what of theirs was refused. */
  LIST_STATIONS("GET", "/api/v1/stations", ADMIN, SUPERVISOR, FULFILMENT, AUDITOR),
  /** A code by which a new station comes in. */
  INVITE_STATION("POST", "/api/v1/stations/enrolments", ADMIN, SUPERVISOR),
  /** A station stopped at once. */
  REVOKE_STATION("POST", "/api/v1/stations/{stationId}/revoke", ADMIN, SUPERVISOR),

  /** An endpoint of a shop that is told of what happens. */
  CREATE_WEBHOOK("POST", "/api/v1/webhooks", ADMIN, SHOP),
  /** The endpoints. */
  LIST_WEBHOOKS("GET", "/api/v1/webhooks", ADMIN, SHOP),
  /** Another secret for an endpoint. */
  ROTATE_WEBHOOK("POST", "/api/v1/webhooks/{webhookId}/rotate", ADMIN, SHOP),
  /** An endpoint switched off or on. */
  SET_WEBHOOK_STATE("PUT", "/api/v1/webhooks/{webhookId}/state", ADMIN, SHOP),
  /** What was sent to an endpoint, and what was not. */
  LIST_DELIVERIES("GET", "/api/v1/webhooks/{webhookId}/deliveries", ADMIN, SHOP),
  /** A message sent again. */
  REPLAY_DELIVERY(
      "POST", "/api/v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay", ADMIN, SHOP),
  /** All messages sent again that were given up. */
  REPLAY_DEAD_DELIVERIES("POST", "/api/v1/webhooks/{webhookId}/replay-dead", ADMIN, SHOP),
  /** An endpoint taken away. */
  DELETE_WEBHOOK("DELETE", "/api/v1/webhooks/{webhookId}", ADMIN, SHOP),

  /** What became of mails to customers. */
  LIST_MAILS("GET", "/api/v1/mails", ADMIN, SUPPORT, SUPERVISOR, AUDITOR),

  /** A station's token for its code, which is all that it has to show. */
  REDEEM_CODE("POST", "/station/v1/enrolments", Open.TO_ALL),
  /** Work for a station that leaves chips open. */
  LEASE_JOBS("POST", "/station/v1/leases", STATION),
  /** Work for a station that locks, protects and signs as well, with the secrets for it. */
  LEASE_PROTECTED_JOBS("POST", "/station/v2/leases", STATION),
  /** What is known of a chip before a card is made of it. */
  ASK_UID("POST", "/station/v1/uids", STATION),
  /** What the chip on a station's reader shall hold by now, where it holds a contact of before. */
  ASK_REWRITE("POST", "/station/v1/rewrites", STATION),
  /** What should lie in a parcel that came back. */
  ASK_RETURN("POST", "/station/v1/returns", STATION),
  /** What a station found of the card in it. */
  REPORT_INSPECTION("POST", "/station/v1/inspections", STATION),
  /** What happened at a station. */
  REPORT_EVENTS("POST", "/station/v1/events", STATION);

  private final HttpMethod method;
  private final String path;
  private final List<Role> roles;

  /** That a route asks nobody who they are: said aloud, since no role at all may be a slip. */
  private enum Open {
    TO_ALL
  }

  Endpoint(String method, String path, Open ignored) {
    this.method = HttpMethod.valueOf(method);
    this.path = path;
    this.roles = List.of();
  }

  Endpoint(String method, String path, Role first, Role... others) {
    this.method = HttpMethod.valueOf(method);
    this.path = path;
    this.roles = List.copyOf(EnumSet.of(first, others));
  }

  public HttpMethod method() {
    return method;
  }

  /** The path as in OpenAPI, with parameters in braces. */
  public String path() {
    return path;
  }

  /** Whether it asks nobody who they are. */
  public boolean isPublic() {
    return roles.isEmpty();
  }

  /** Who may, in the order of {@link Role}; nobody else. */
  public List<Role> roles() {
    return roles;
  }

  boolean allows(Role role) {
    return roles.contains(role);
  }

  /** The path as the router reads it. */
  public String routerPath() {
    return path.replaceAll("\\{(\\w+)}", ":$1");
  }

  /** What the OpenAPI document calls it: {@code placeOrders} for PLACE_ORDERS. */
  public String operationId() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder id = new StringBuilder(words[0]);
    for (String word : List.of(words).subList(1, words.length)) {
      id.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return id.toString();
  }
}
