package tapwright.server.main.serve;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import tapwright.server.http.Endpoint;
import tapwright.server.record.access.Role;

/**
 * Every route, asked by every role, about its own seller's objects and about another's: each answer
 * is what the table says, and tells nothing of the other seller.
 */
final class AccessWalk {

  private final AccessRequests requests;
  private final BiPredicate<Endpoint, Role> table;
  private final SellerObjects own;
  private final SellerObjects foreign;
  private final List<String> wrong = new ArrayList<>();
  private int situations;

  /**
   * A walk.
   *
   * @param table who may
   */
  AccessWalk(
      LocalServer server,
      BiPredicate<Endpoint, Role> table,
      SellerObjects own,
      SellerObjects foreign) {
    this.requests = new AccessRequests(server);
    this.table = table;
    this.own = own;
    this.foreign = foreign;
  }

  /** Walks; answers what was not as it should be, a line each. */
  List<String> walk() {
    wrong.addAll(new AccessCrossings(requests, own, foreign).tried());
    for (Endpoint endpoint : Endpoint.values()) {
      for (Role role : Role.values()) {
        step(endpoint, role, own);
        step(endpoint, role, foreign);
      }
    }
    return wrong;
  }

  /** How many requests were judged. */
  int situations() {
    return situations;
  }

  private void step(Endpoint endpoint, Role role, SellerObjects whose) {
    situations++;
    String token = own.tokens().getOrDefault(role, "");
    HttpResponse<String> answer = requests.send(endpoint, token, whose);
    String where = endpoint + " as " + role + (whose.equals(own) ? " on own: " : " on another's: ");
    boolean shut = answer.statusCode() == 403 && answer.body().contains("\"role-refused\"");
    if (answer.statusCode() == 401 || answer.statusCode() >= 500) {
      wrong.add(where + answer.statusCode() + " " + answer.body());
    } else if (shut == (endpoint.isPublic() || table.test(endpoint, role))) {
      wrong.add(where + (shut ? "shut" : "open"));
    } else if (!shut && !endpoint.isPublic()) {
      inside(endpoint, token, whose, new Seen(where, answer));
    }
  }

  private void inside(Endpoint endpoint, String token, SellerObjects whose, Seen seen) {
    foreign.marks().stream()
        .filter(mark -> !object(endpoint, whose).contains(mark) && seen.body().contains(mark))
        .forEach(mark -> wrong.add(seen.where() + "tells " + mark));
    if (whose.equals(own) && seen.answer().statusCode() == 404) {
      wrong.add(seen.where() + "not found");
    }
    // What ends before the use case shows the role and nothing of the seller.
    if (whose.equals(own) && List.of(400, 413, 415).contains(seen.answer().statusCode())) {
      wrong.add(seen.where() + "no request: " + seen.body());
    }
    if (whose.equals(foreign) && namesAnObject(endpoint)) {
      HttpResponse<String> ofNobody = requests.send(endpoint, token, SellerObjects.OF_NOBODY);
      if (!spelt(endpoint, seen.answer(), foreign)
          .equals(spelt(endpoint, ofNobody, SellerObjects.OF_NOBODY))) {
        wrong.add(seen.where() + "is not as what does not exist: " + seen.body());
      }
    }
  }

  private static boolean namesAnObject(Endpoint endpoint) {
    return !object(endpoint, SellerObjects.OF_NOBODY).isEmpty();
  }

  /** The object that a request is about; none for lists and for what is the seller's own. */
  private static List<String> object(Endpoint endpoint, SellerObjects whose) {
    return switch (endpoint) {
      case VIEW_CARD,
          SET_TARGET,
          ACT_ON_CARD,
          FILE_CLAIM,
          LIST_CLAIMS,
          TAKE_SCANS,
          TAKE_SCANS_CSV ->
          List.of(whose.card());
      case SET_EXPIRY, SET_CONTACT, REPLACE_CARD -> List.of(whose.card());
      case REQUEUE_JOB, REPORT_EVENTS -> List.of(whose.job());
      case VIEW_CLAIM,
          VIEW_CLAIM_TRAIL,
          ANSWER_CLAIM,
          ACKNOWLEDGE_CLAIM,
          RULE_CLAIM,
          OVERRIDE_CLAIM,
          APPEAL_CLAIM,
          CLOSE_CLAIM,
          LIST_TASKS,
          FINISH_TASK,
          CARRY_OUT_TASK,
          DROP_TASK,
          ADD_EVIDENCE,
          ISSUE_RMA ->
          List.of(whose.claim());
      case VIEW_EVIDENCE -> List.of(whose.claim(), whose.goods().evidence());
      case VIEW_RMA, MOVE_RMA, INSPECT_RMA, DISPOSE_RMA -> List.of(whose.goods().rma());
      case ASK_RETURN, REPORT_INSPECTION -> List.of(whose.goods().rma());
      case VIEW_SUBSCRIPTION, ACT_ON_SUBSCRIPTION, LIST_CHARGES, REPORT_PAID, REPORT_FAILED ->
          List.of(whose.subscription());
      case LIST_SUBSCRIPTIONS -> List.of(whose.account());
      case REVOKE_STATION -> List.of(whose.station());
      case EXPORT_HOLDER, ASK_DELETION, CONFIRM_DELETION -> List.of(whose.holder());
      case RECORD_CAPTURES, VIEW_MONEY, REFUND_LINE, REPORT_DISPUTE -> List.of(whose.order());
      case DELETE_WEBHOOK,
          ROTATE_WEBHOOK,
          SET_WEBHOOK_STATE,
          LIST_DELIVERIES,
          REPLAY_DELIVERY,
          REPLAY_DEAD_DELIVERIES ->
          List.of(whose.webhook());
      case HIT_CHIP,
          HIT_PRINT,
          HIT_SHARE,
          HIT_CONTACT,
          HEALTH,
          LIVE,
          READY,
          OPENAPI,
          LIST_ORDERS,
          PLACE_ORDERS,
          PLACE_ORDERS_CSV,
          SIGN_IN_PAGE,
          SIGN_IN,
          SIGN_IN_PROVIDER,
          SIGN_IN_RETURN,
          SIGN_OUT,
          ACCOUNT_PAGE,
          ACCOUNT_PASSWORD,
          ACCOUNT_CODES_PAGE,
          ACCOUNT_CODES,
          OPEN_SESSION,
          VIEW_SESSION,
          END_SESSION,
          TAKE_NOTICE,
          LIST_CARDS,
          ADOPT_CARDS,
          ADOPT_CARDS_CSV,
          LIST_HOLDERS,
          LIST_RMAS,
          LIST_JOBS,
          LIST_REFUSED_EVENTS,
          VIEW_SETTINGS,
          PUT_SETTINGS,
          START_SUBSCRIPTION,
          LIST_STATIONS,
          INVITE_STATION,
          CREATE_WEBHOOK,
          LIST_MAILS,
          LIST_WEBHOOKS,
          REDEEM_CODE,
          LEASE_JOBS,
          LEASE_PROTECTED_JOBS,
          ASK_UID,
          ASK_REWRITE ->
          List.of();
    };
  }

  /** The answer, but for the id that was asked for, and the numbers of request and event. */
  private static String spelt(Endpoint endpoint, HttpResponse<String> answer, SellerObjects of) {
    String text =
        answer.statusCode()
            + " "
            + answer
                .body()
                .replaceAll("walk-\\d+", "walk")
                .replaceAll("\"requestId\":\"\\w+\"", "");
    for (String id : object(endpoint, of)) {
      text = text.replace(id, "ID");
    }
    return text;
  }

  private record Seen(String where, HttpResponse<String> answer) {
    String body() {
      return answer.body();
    }
  }
}
