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
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.Shown;
import tapwright.server.app.access.EnrolStations;
import tapwright.server.app.access.RunSeller;
import tapwright.server.app.access.RunStations;
import tapwright.server.app.account.OwnAccount;
import tapwright.server.app.account.RunSessions;
import tapwright.server.app.account.SignIn;
import tapwright.server.app.card.FindCards;
import tapwright.server.app.card.RunCards;
import tapwright.server.app.claim.ClaimDesk;
import tapwright.server.app.effect.CarryOut;
import tapwright.server.app.holder.ChangeContact;
import tapwright.server.app.holder.DeleteHolder;
import tapwright.server.app.holder.ExportHolder;
import tapwright.server.app.holder.FindHolders;
import tapwright.server.app.hook.RunDeliveries;
import tapwright.server.app.hook.RunWebhooks;
import tapwright.server.app.mail.ListMails;
import tapwright.server.app.money.KeepBooks;
import tapwright.server.app.money.RefundLine;
import tapwright.server.app.money.TakeNotice;
import tapwright.server.app.order.AdoptCards;
import tapwright.server.app.order.FindOrders;
import tapwright.server.app.order.PlaceOrders;
import tapwright.server.app.order.ReplaceCards;
import tapwright.server.app.provider.LeaveForProvider;
import tapwright.server.app.provider.ReturnFromProvider;
import tapwright.server.app.station.AskUid;
import tapwright.server.app.station.LeaseJobs;
import tapwright.server.app.station.RewriteChips;
import tapwright.server.app.station.RunJobs;
import tapwright.server.app.station.TakeStationEvents;
import tapwright.server.app.subscription.RunSubscriptions;
import tapwright.server.front.SecurityHeaders;

/**
 * The API over HTTP.
 *
 * <p>Each route checks in this order: who asks, how large the body is, whether the request is what
 * the document says; then one use case is called. Whatever goes wrong is answered as problem+json.
 */
public final class Api {

  /** 5,000 orders with room, the most that one request may hold. */
  static final long BODY_LIMIT_BYTES = 4L * 1024 * 1024;

  /** More than a code has, from whom nobody knows yet. */
  private static final long CODE_LIMIT_BYTES = 1024;

  /** As the form has it: more than a name, a password and a code, from whom nobody knows yet. */
  private static final long SIGN_IN_LIMIT_BYTES = 16 * 1024;

  /** Events of a payment provider are a few kilobytes. */
  private static final long NOTICE_LIMIT_BYTES = 256 * 1024;

  private static final String CSV = "text/csv";
  private static final String JSON = "application/json";

  private final Gate gate;
  private final List<Route> routes;
  private final ClientAddress client;
  private final SignInRoute signIn;
  private final StationRoutes stations;
  private final MoneyRoutes money;
  private final Supplier<CompletableFuture<Boolean>> healthy;

  /** The use cases that the API calls. */
  public record UseCases(
      PlaceOrders placeOrders,
      FindOrders findOrders,
      FindCards findCards,
      RunCards runCards,
      LeaseJobs leaseJobs,
      AskUid askUid,
      RewriteChips rewriteChips,
      TakeStationEvents takeEvents,
      RunJobs runJobs,
      RunSeller runSeller,
      ClaimDesk claims,
      RunSubscriptions runSubscriptions,
      EnrolStations enrolStations,
      RunStations runStations,
      CardsInTheField cardsInTheField,
      People people,
      MoneyCases money,
      Hooks hooks,
      Visitors visitors,
      CarryOut carryOut) {}

  /** What is done about cards that are out. */
  public record CardsInTheField(
      ReplaceCards replaceCards, ChangeContact changeContact, AdoptCards adoptCards) {}

  /** What is done with people's data. */
  public record People(FindHolders find, ExportHolder export, DeleteHolder delete) {}

  /** What is done to the money of orders. */
  public record MoneyCases(KeepBooks books, RefundLine refundLine, TakeNotice takeNotice) {}

  /** What shops are told, and where. */
  public record Hooks(RunWebhooks runWebhooks, RunDeliveries runDeliveries, ListMails listMails) {}

  /** How people are let in, known, and let out. */
  public record Visitors(
      SignIn signIn,
      OwnAccount ownAccount,
      RunSessions sessions,
      SessionDoor door,
      SessionCookie cookie,
      ClientAddress client,
      AtProviders atProviders) {}

  /** How people are let in by their seller's identity provider. */
  public record AtProviders(LeaveForProvider leave, ReturnFromProvider enter) {}

  /**
   * The API.
   *
   * @param callerWith who shows a secret with this hash, or why it opens nothing any more
   * @param hash what is kept of a secret
   * @param healthy whether the record can be read
   */
  public Api(
      UseCases useCases,
      Function<Bytes, CompletableFuture<Optional<Answer<Caller>>>> callerWith,
      Function<String, Bytes> hash,
      Supplier<CompletableFuture<Boolean>> healthy) {
    this.gate = new Gate(callerWith, hash, useCases.visitors().door());
    this.stations = new StationRoutes(useCases.enrolStations(), useCases.runStations());
    this.money = new MoneyRoutes(useCases.money());
    this.routes = table(useCases, stations, money);
    this.signIn = new SignInRoute(useCases.visitors());
    this.client = useCases.visitors().client();
    this.healthy = healthy;
  }

  /** What is done for whom the table lets in. */
  private static List<Route> table(UseCases useCases, StationRoutes stations, MoneyRoutes money) {
    OrderRoutes orders = new OrderRoutes(useCases.placeOrders(), useCases.findOrders());
    CardRoutes cards = new CardRoutes(useCases.findCards(), useCases.runCards());
    WorkRoutes work =
        new WorkRoutes(
            useCases.leaseJobs(), useCases.takeEvents(), useCases.runJobs(), useCases.runSeller());
    UidRoutes uids = new UidRoutes(useCases.askUid());
    FieldworkRoutes fieldwork =
        new FieldworkRoutes(useCases.rewriteChips(), useCases.claims().inspections());
    HolderRoutes holders = new HolderRoutes(useCases.people());
    SubscriptionRoutes plans = new SubscriptionRoutes(useCases.runSubscriptions());
    AdoptRoutes adoption = new AdoptRoutes(useCases.cardsInTheField().adoptCards());
    SuccessionRoutes succession =
        new SuccessionRoutes(
            useCases.cardsInTheField().replaceCards(), useCases.cardsInTheField().changeContact());
    HookRoutes hooks = new HookRoutes(useCases.hooks());
    MailRoutes mails = new MailRoutes(useCases.hooks().listMails());
    ClaimRoutes claims = new ClaimRoutes(useCases.claims());
    ClaimWorkRoutes claimWork = new ClaimWorkRoutes(useCases.claims());
    EvidenceRoutes evidence = new EvidenceRoutes(useCases.claims().evidence());
    ReturnRoutes returns =
        new ReturnRoutes(useCases.claims().returns(), useCases.claims().findReturns());
    ScanRoutes scans = new ScanRoutes(useCases.claims().scans());
    CarryOutRoutes carrying = new CarryOutRoutes(useCases.carryOut());
    SessionRoutes sessions = new SessionRoutes(useCases.visitors());
    return List.of(
        new Route(Endpoint.VIEW_SESSION, sessions::view),
        new Route(Endpoint.END_SESSION, sessions::end),
        new Route(Endpoint.PLACE_ORDERS, orders::place),
        new Route(Endpoint.PLACE_ORDERS_CSV, orders::placeCsv),
        new Route(Endpoint.LIST_ORDERS, orders::list),
        new Route(Endpoint.LIST_CARDS, cards::list),
        new Route(Endpoint.VIEW_CARD, cards::view),
        new Route(Endpoint.SET_TARGET, cards::setTarget),
        new Route(Endpoint.ACT_ON_CARD, cards::act),
        new Route(Endpoint.ADOPT_CARDS, adoption::adopt),
        new Route(Endpoint.ADOPT_CARDS_CSV, adoption::adoptCsv),
        new Route(Endpoint.SET_EXPIRY, cards::setExpiry),
        new Route(Endpoint.SET_CONTACT, succession::setContact),
        new Route(Endpoint.REPLACE_CARD, succession::replace),
        new Route(Endpoint.LIST_JOBS, work::jobs),
        new Route(Endpoint.REQUEUE_JOB, work::requeue),
        new Route(Endpoint.LIST_REFUSED_EVENTS, work::refusedEvents),
        new Route(Endpoint.VIEW_SETTINGS, work::settings),
        new Route(Endpoint.PUT_SETTINGS, work::putSettings),
        new Route(Endpoint.FILE_CLAIM, claims::file),
        new Route(Endpoint.LIST_CLAIMS, claims::list),
        new Route(Endpoint.VIEW_CLAIM, claims::view),
        new Route(Endpoint.START_SUBSCRIPTION, plans::start),
        new Route(Endpoint.LIST_SUBSCRIPTIONS, plans::list),
        new Route(Endpoint.VIEW_SUBSCRIPTION, plans::view),
        new Route(Endpoint.ACT_ON_SUBSCRIPTION, plans::act),
        new Route(Endpoint.LIST_CHARGES, plans::charges),
        new Route(Endpoint.REPORT_PAID, plans::paid),
        new Route(Endpoint.REPORT_FAILED, plans::failed),
        new Route(Endpoint.LIST_HOLDERS, holders::list),
        new Route(Endpoint.EXPORT_HOLDER, holders::export),
        new Route(Endpoint.ASK_DELETION, holders::ask),
        new Route(Endpoint.CONFIRM_DELETION, holders::confirm),
        new Route(Endpoint.RECORD_CAPTURES, money::capture),
        new Route(Endpoint.VIEW_MONEY, money::view),
        new Route(Endpoint.REFUND_LINE, money::refund),
        new Route(Endpoint.REPORT_DISPUTE, money::dispute),
        new Route(Endpoint.VIEW_CLAIM_TRAIL, claims::trail),
        new Route(Endpoint.ANSWER_CLAIM, claimWork::answer),
        new Route(Endpoint.ACKNOWLEDGE_CLAIM, claimWork::acknowledge),
        new Route(Endpoint.RULE_CLAIM, claimWork::rule),
        new Route(Endpoint.OVERRIDE_CLAIM, claimWork::override),
        new Route(Endpoint.APPEAL_CLAIM, claimWork::appeal),
        new Route(Endpoint.CLOSE_CLAIM, claimWork::close),
        new Route(Endpoint.LIST_TASKS, claimWork::tasks),
        new Route(Endpoint.FINISH_TASK, claimWork::finish),
        new Route(Endpoint.CARRY_OUT_TASK, carrying::carryOut),
        new Route(Endpoint.DROP_TASK, claimWork::drop),
        new Route(Endpoint.ADD_EVIDENCE, evidence::add),
        new Route(Endpoint.VIEW_EVIDENCE, evidence::view),
        new Route(Endpoint.ISSUE_RMA, returns::issue),
        new Route(Endpoint.LIST_RMAS, returns::list),
        new Route(Endpoint.VIEW_RMA, returns::view),
        new Route(Endpoint.MOVE_RMA, returns::move),
        new Route(Endpoint.INSPECT_RMA, returns::inspect),
        new Route(Endpoint.DISPOSE_RMA, returns::dispose),
        new Route(Endpoint.TAKE_SCANS, scans::take),
        new Route(Endpoint.TAKE_SCANS_CSV, scans::takeCsv),
        new Route(Endpoint.LIST_STATIONS, stations::list),
        new Route(Endpoint.INVITE_STATION, stations::invite),
        new Route(Endpoint.REVOKE_STATION, stations::revoke),
        new Route(Endpoint.CREATE_WEBHOOK, hooks::create),
        new Route(Endpoint.LIST_WEBHOOKS, hooks::list),
        new Route(Endpoint.DELETE_WEBHOOK, hooks::delete),
        new Route(Endpoint.ROTATE_WEBHOOK, hooks::rotate),
        new Route(Endpoint.SET_WEBHOOK_STATE, hooks::setState),
        new Route(Endpoint.LIST_DELIVERIES, hooks::deliveries),
        new Route(Endpoint.REPLAY_DELIVERY, hooks::replay),
        new Route(Endpoint.REPLAY_DEAD_DELIVERIES, hooks::replayDead),
        new Route(Endpoint.LIST_MAILS, mails::list),
        new Route(Endpoint.LEASE_JOBS, work::lease),
        new Route(Endpoint.LEASE_PROTECTED_JOBS, work::leaseProtected),
        new Route(Endpoint.ASK_UID, uids::ask),
        new Route(Endpoint.ASK_REWRITE, fieldwork::rewrite),
        new Route(Endpoint.ASK_RETURN, fieldwork::expected),
        new Route(Endpoint.REPORT_INSPECTION, fieldwork::inspected),
        new Route(Endpoint.REPORT_EVENTS, work::report));
  }

  /**
   * Adds the API's routes to the router.
   *
   * @param outage hears of it where the record cannot be reached
   * @param rate how much of it one caller may ask for
   */
  public Future<Router> mount(Vertx vertx, Router router, RecordOutage outage, RateLimit rate) {
    Around around = new Around(new Failures(outage), rate);
    return Contract.load(vertx).map(contract -> mount(vertx, router, contract, around));
  }

  /** What all routes have around them. */
  private record Around(Failures failures, RateLimit rate) {}

  private Router mount(Vertx vertx, Router router, OpenAPIContract contract, Around around) {
    RequestValidator validator = RequestValidator.create(vertx, contract);
    router.get(Endpoint.HEALTH.path()).handler(this::health);
    router.get(Endpoint.OPENAPI.path()).handler(Api::document);
    mountSignIn(router, contract, validator);
    mountEnrolment(router, contract, validator);
    mountNotices(router);
    for (Route route : routes) {
      Operation operation = contract.operation(route.endpoint().operationId());
      HttpMethod method = route.endpoint().method();
      String path = route.endpoint().routerPath();
      // One route a step: a route of Vert.x sorts its handlers by kind, the body's before ours.
      router.route(method, path).handler(context -> enter(context, route));
      router.route(method, path).handler(around.rate()::check);
      router.route(method, path).handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT_BYTES));
      router.route(method, path).handler(context -> check(context, validator, operation));
      router.route(method, path).handler(context -> call(context, route));
    }
    router.route().failureHandler(around.failures()::answer);
    router.route().last().handler(context -> unknown(context, contract));
    return router;
  }

  /** Who signs in shows nothing yet, so the gate has nothing to judge. */
  private void mountSignIn(Router router, OpenAPIContract contract, RequestValidator validator) {
    Operation operation = contract.operation(Endpoint.OPEN_SESSION.operationId());
    String path = Endpoint.OPEN_SESSION.path();
    router.post(path).handler(BodyHandler.create(false).setBodyLimit(SIGN_IN_LIMIT_BYTES));
    router.post(path).handler(context -> check(context, validator, operation));
    router.post(path).handler(context -> signIn.open(context, body(context).toString()));
  }

  /** A station that has a code and no token yet shows nothing that the gate could judge. */
  private void mountEnrolment(Router router, OpenAPIContract contract, RequestValidator validator) {
    Operation operation = contract.operation(Endpoint.REDEEM_CODE.operationId());
    String path = Endpoint.REDEEM_CODE.path();
    router.post(path).handler(BodyHandler.create(false).setBodyLimit(CODE_LIMIT_BYTES));
    router.post(path).handler(context -> check(context, validator, operation));
    router
        .post(path)
        .handler(
            context ->
                reply(
                    context,
                    stations.redeem(body(context).toString(), client.of(context.request()))));
  }

  /** A payment provider shows a signature over the body's bytes, which must stay as they came. */
  private void mountNotices(Router router) {
    String path = Endpoint.TAKE_NOTICE.path();
    router.post(path).handler(BodyHandler.create(false).setBodyLimit(NOTICE_LIMIT_BYTES));
    router
        .post(path)
        .handler(context -> money.notice(context, Bytes.copyOf(body(context).getBytes())));
  }

  private void health(RoutingContext context) {
    reply(context, healthy.get().thenApply(ignored -> Reply.ok(Map.of("status", "up"))));
  }

  private static void document(RoutingContext context) {
    SecurityHeaders.ANSWER
        .on(context.response())
        .putHeader("Content-Type", "application/json")
        .end(Contract.text());
  }

  /** Nobody's body is read before it is known who asks. */
  private void enter(RoutingContext context, Route route) {
    Context loop = context.vertx().getOrCreateContext();
    context.request().pause();
    Future.fromCompletionStage(gate.pass(context, route.endpoint()), loop)
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
        context.put(Gate.Passage.Open.class.getName(), open);
        context.next();
      }
    }
  }

  private static void check(
      RoutingContext context, RequestValidator validator, Operation operation) {
    boolean table = Contract.CSV_PATHS.contains(operation.getOpenAPIPath());
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
    return BodyForm.unreadable(body(context).getBytes());
  }

  private static Buffer body(RoutingContext context) {
    Buffer body = context.body().buffer();
    return body == null ? Buffer.buffer() : body;
  }

  private static void call(RoutingContext context, Route route) {
    Gate.Passage.Open visit = context.get(Gate.Passage.Open.class.getName());
    ValidatedRequest checked = context.get(ValidatedRequest.class.getName());
    String key =
        Objects.requireNonNullElse(context.request().getHeader(Request.IDEMPOTENCY_KEY), "");
    reply(context, route.work().apply(new Request(visit, checked, body(context).toString(), key)));
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
