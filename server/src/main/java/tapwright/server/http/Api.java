package tapwright.server.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.RequestUtils;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import tapwright.core.Bytes;
import tapwright.server.app.Caller;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.Shown;
import tapwright.server.app.access.RunSeller;
import tapwright.server.app.card.FindCards;
import tapwright.server.app.card.RunCards;
import tapwright.server.app.claim.DecideClaims;
import tapwright.server.app.order.PlaceOrders;
import tapwright.server.app.station.AskUid;
import tapwright.server.app.station.LeaseJobs;
import tapwright.server.app.station.RunJobs;
import tapwright.server.app.station.TakeStationEvents;
import tapwright.server.record.seller.Scope;

/**
 * The API over HTTP.
 *
 * <p>Each route checks in this order: who asks, how large the body is, whether the request is what
 * the document says; then one use case is called. Whatever goes wrong is answered as problem+json.
 */
public final class Api {

  /** 5,000 orders with room, the most that one request may hold. */
  static final long BODY_LIMIT_BYTES = 4L * 1024 * 1024;

  private static final String CSV = "text/csv";
  private static final String JSON = "application/json";

  private final Gate gate;
  private final List<Route> routes;
  private final Supplier<CompletableFuture<Boolean>> healthy;

  /** The use cases that the API calls. */
  public record UseCases(
      PlaceOrders placeOrders,
      FindCards findCards,
      RunCards runCards,
      LeaseJobs leaseJobs,
      AskUid askUid,
      TakeStationEvents takeEvents,
      RunJobs runJobs,
      RunSeller runSeller,
      DecideClaims decideClaims) {}

  /**
   * The API.
   *
   * @param callerWith who shows a secret with this hash
   * @param hash what is kept of a secret
   * @param healthy whether the record can be read
   */
  public Api(
      UseCases useCases,
      Function<Bytes, CompletableFuture<Optional<Caller>>> callerWith,
      Function<String, Bytes> hash,
      Supplier<CompletableFuture<Boolean>> healthy) {
    this.gate = new Gate(callerWith, hash);
    this.routes = table(useCases);
    this.healthy = healthy;
  }

  /** Who may do what. */
  private static List<Route> table(UseCases useCases) {
    OrderRoutes orders = new OrderRoutes(useCases.placeOrders());
    CardRoutes cards = new CardRoutes(useCases.findCards(), useCases.runCards());
    WorkRoutes work =
        new WorkRoutes(
            useCases.leaseJobs(), useCases.takeEvents(), useCases.runJobs(), useCases.runSeller());
    UidRoutes uids = new UidRoutes(useCases.askUid());
    ClaimRoutes claims = new ClaimRoutes(useCases.decideClaims());
    return List.of(
        new Route("placeOrders", Scope.SHOP, orders::place),
        new Route("placeOrdersCsv", Scope.SHOP, orders::placeCsv),
        new Route("listCards", Scope.SHOP, cards::list),
        new Route("viewCard", Scope.SHOP, cards::view),
        new Route("setTarget", Scope.SHOP, cards::setTarget),
        new Route("actOnCard", Scope.SHOP, cards::act),
        new Route("listJobs", Scope.SHOP, work::jobs),
        new Route("requeueJob", Scope.SHOP, work::requeue),
        new Route("listRefusedEvents", Scope.SHOP, work::refusedEvents),
        new Route("viewSettings", Scope.SHOP, work::settings),
        new Route("putSettings", Scope.SHOP, work::putSettings),
        new Route("fileClaim", Scope.SHOP, claims::file),
        new Route("listClaims", Scope.SHOP, claims::list),
        new Route("viewClaim", Scope.SHOP, claims::view),
        new Route("leaseJobs", Scope.STATION, work::lease),
        new Route("leaseProtectedJobs", Scope.STATION, work::leaseProtected),
        new Route("askUid", Scope.STATION, uids::ask),
        new Route("reportEvents", Scope.STATION, work::report));
  }

  /**
   * Adds the API's routes to the router.
   *
   * @param outage hears of it where the record cannot be reached
   */
  public Future<Router> mount(Vertx vertx, Router router, RecordOutage outage) {
    Failures failures = new Failures(outage);
    return Contract.load(vertx).map(contract -> mount(vertx, router, contract, failures));
  }

  private Router mount(Vertx vertx, Router router, OpenAPIContract contract, Failures failures) {
    RequestValidator validator = RequestValidator.create(vertx, contract);
    router.get("/health").handler(this::health);
    router.get("/openapi.json").handler(Api::document);
    for (Route route : routes) {
      Operation operation = contract.operation(route.operationId());
      HttpMethod method = operation.getHttpMethod();
      String path = operation.getOpenAPIPath().replaceAll("\\{(\\w+)}", ":$1");
      // One route a step: a route of Vert.x sorts its handlers by kind, the body's before ours.
      router.route(method, path).handler(context -> enter(context, route));
      router.route(method, path).handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT_BYTES));
      router.route(method, path).handler(context -> check(context, validator, operation));
      router.route(method, path).handler(context -> call(context, route));
    }
    router.route().failureHandler(failures::answer);
    router.route().last().handler(context -> unknown(context, contract));
    return router;
  }

  private void health(RoutingContext context) {
    reply(context, healthy.get().thenApply(ignored -> Reply.ok(Map.of("status", "up"))));
  }

  private static void document(RoutingContext context) {
    context.response().putHeader("Content-Type", "application/json").end(Contract.text());
  }

  /** Nobody's body is read before it is known who asks. */
  private void enter(RoutingContext context, Route route) {
    Context loop = context.vertx().getOrCreateContext();
    context.request().pause();
    Future.fromCompletionStage(gate.pass(context, route.scope()), loop)
        .onComplete(
            passage -> {
              context.request().resume();
              entered(context, passage);
            },
            context::fail);
  }

  private static void entered(RoutingContext context, Gate.Passage passage) {
    switch (passage) {
      case Gate.Passage.Barred barred -> Reply.refused(barred.refusal()).send(context.response());
      case Gate.Passage.Open open -> {
        context.put(Caller.class.getName(), open.caller());
        context.next();
      }
    }
  }

  private static void check(
      RoutingContext context, RequestValidator validator, Operation operation) {
    boolean table = operation.getOpenAPIPath().equals(Contract.CSV_PATH);
    if (table || operation.getRequestBody() != null) {
      Optional<Reply> unreadable = unreadable(context, table ? CSV : JSON);
      if (unreadable.isPresent()) {
        unreadable.get().send(context.response());
        return;
      }
    }
    RequestUtils.extract(context.request(), operation, () -> Future.succeededFuture(body(context)))
        .compose(request -> validator.validate(request, operation.getOperationId()))
        .onSuccess(
            checked -> {
              context.put(ValidatedRequest.class.getName(), checked);
              context.next();
            })
        .onFailure(context::fail);
  }

  private static Optional<Reply> unreadable(RoutingContext context, String wanted) {
    Optional<Reply> wrongType = BodyForm.wrongType(context, wanted).map(Reply::refused);
    if (wrongType.isPresent()) {
      return wrongType;
    }
    // The checker compares letter by letter; what is allowed in other cases it must not see.
    context.request().headers().set("Content-Type", wanted);
    return BodyForm.notUtf8(body(context).getBytes());
  }

  private static Buffer body(RoutingContext context) {
    Buffer body = context.body().buffer();
    return body == null ? Buffer.buffer() : body;
  }

  private static void call(RoutingContext context, Route route) {
    Caller caller = context.get(Caller.class.getName());
    ValidatedRequest checked = context.get(ValidatedRequest.class.getName());
    String key =
        Objects.requireNonNullElse(context.request().getHeader(Request.IDEMPOTENCY_KEY), "");
    reply(context, route.work().apply(new Request(caller, checked, body(context).toString(), key)));
  }

  private static void reply(RoutingContext context, CompletableFuture<Reply> reply) {
    Context loop = context.vertx().getOrCreateContext();
    Future.fromCompletionStage(reply, loop)
        .onComplete(value -> value.send(context.response()), context::fail);
  }

  private static void unknown(RoutingContext context, OpenAPIContract contract) {
    var path = contract.findPath(context.normalizedPath());
    if (path == null) {
      Reply.refused(HttpRefusal.ROUTE_UNKNOWN.with("path", Shown.of(context.normalizedPath())))
          .send(context.response());
      return;
    }
    List<String> allowed =
        path.getOperations().stream().map(Operation::getHttpMethod).map(HttpMethod::name).toList();
    context.response().putHeader("Allow", String.join(", ", allowed));
    Reply.refused(
            HttpRefusal.METHOD_NOT_ALLOWED.with(
                "method", context.request().method().name(),
                "allowed", String.join(", ", allowed)))
        .send(context.response());
  }
}
