package tapwright.server.main.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tapwright.server.http.Endpoint;
import tapwright.server.record.access.Role;

/**
 * Requests about one's own objects that name another seller's beside them: in a filter, as a place
 * to go on from, below an object of one's own, or in the body.
 */
final class AccessCrossings {

  private final AccessRequests requests;
  private final SellerObjects own;
  private final SellerObjects foreign;

  AccessCrossings(AccessRequests requests, SellerObjects own, SellerObjects foreign) {
    this.requests = requests;
    this.own = own;
    this.foreign = foreign;
  }

  /**
   * A request that names another's object.
   *
   * @param path with one's own objects where the route has them
   */
  private record Crossing(Endpoint endpoint, String path, String body) {}

  /** What is wrong, a line each: another's object is as one that does not exist. */
  List<String> tried() {
    return IntStream.range(0, crossings(foreign).size()).boxed().flatMap(this::at).toList();
  }

  private Stream<String> at(int index) {
    Crossing crossing = crossings(foreign).get(index);
    HttpResponse<String> answer = sent(crossing);
    HttpResponse<String> ofNobody = sent(crossings(SellerObjects.OF_NOBODY).get(index));
    String where = crossing + ": " + answer.statusCode() + " " + answer.body();
    if (answer.statusCode() == 400 || answer.statusCode() >= 500) {
      return Stream.of(where);
    }
    Stream<String> told =
        foreign.marks().stream()
            .filter(mark -> !(crossing.path() + crossing.body()).contains(mark))
            .filter(answer.body()::contains)
            .map(mark -> where + " tells " + mark);
    String seen = code(answer);
    return Stream.concat(
        told,
        seen.equals(code(ofNobody))
            ? Stream.empty()
            : Stream.of(where + " is not as what does not exist: " + ofNobody.body()));
  }

  private HttpResponse<String> sent(Crossing crossing) {
    Role role =
        Stream.of(Role.ADMIN, Role.SUPPORT, Role.STATION)
            .filter(crossing.endpoint().roles()::contains)
            .findFirst()
            .orElseThrow();
    return requests.send(
        crossing.endpoint(), crossing.path(), own.tokens().getOrDefault(role, ""), crossing.body());
  }

  /** How it was answered, without the ids and times of what was made. */
  private static String code(HttpResponse<String> answer) {
    JsonNode body = LocalServer.json(answer);
    return answer.statusCode() + " " + body.path("code").asText() + body.path("type").asText();
  }

  private List<Crossing> crossings(SellerObjects other) {
    Function<Endpoint, String> mine = endpoint -> AccessRequests.path(endpoint, own);
    String refunds = mine.apply(Endpoint.REFUND_LINE);
    return List.of(
        get(Endpoint.LIST_CARDS, "/api/v1/cards?after=" + other.card()),
        get(Endpoint.LIST_CARDS, "/api/v1/cards?order=" + other.order()),
        get(Endpoint.LIST_CARDS, "/api/v1/cards?slug=" + other.slug()),
        get(Endpoint.LIST_SUBSCRIPTIONS, "/api/v1/subscriptions?order=" + other.order()),
        get(Endpoint.LIST_HOLDERS, "/api/v1/holders?account=" + other.account()),
        get(
            Endpoint.VIEW_EVIDENCE,
            mine.apply(Endpoint.VIEW_EVIDENCE)
                .replace(own.goods().evidence(), other.goods().evidence())),
        get(
            Endpoint.REPLAY_DELIVERY,
            mine.apply(Endpoint.REPLAY_DELIVERY).replace(own.delivery(), other.delivery())),
        new Crossing(
            Endpoint.START_SUBSCRIPTION,
            "/api/v1/subscriptions",
            AccessRequests.subscription("X")
                .replace("\"account\": \"X\"", "\"order\": \"%s\"".formatted(other.order()))),
        new Crossing(
            Endpoint.REFUND_LINE,
            refunds,
            "{\"line\": \"card\", \"amount\": \"0.01 EUR\", \"claimId\": \"%s\"}"
                .formatted(other.claim())),
        new Crossing(
            Endpoint.REFUND_LINE,
            refunds,
            """
            {"line": "card", "amount": "0.01 EUR", "owedBy": {"subscriptionId": "%s", "event": 1}}
            """
                .formatted(other.subscription())));
  }

  private static Crossing get(Endpoint endpoint, String path) {
    return new Crossing(endpoint, path, "");
  }
}
