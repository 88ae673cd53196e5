package tapwright.server.http;

import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.JsonSchemaValidationException;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.server.app.FieldError;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.Shown;
import tapwright.server.record.StoreFault;

/** The one place where what was thrown becomes an answer; a trace goes to the log alone. */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final RecordOutage outage;

  Failures(RecordOutage outage) {
    this.outage = outage;
  }

  void answer(RoutingContext context) {
    if (!context.response().headWritten()) {
      answerTo(context).send(context.response());
    }
  }

  private Reply answerTo(RoutingContext context) {
    Throwable failure = context.failure() == null ? null : StoreFault.cause(context.failure());
    return switch (failure) {
      case SchemaValidationException invalid -> invalid(SchemaErrors.of(invalid, context), invalid);
      case ValidatorException invalid -> invalid(SchemaErrors.undecodable(context), invalid);
      case JsonSchemaValidationException invalid -> invalid(List.of(), invalid);
      case Unreadable unreadable -> invalid(List.of(unreadable.error()), unreadable);
      case StoreFault.Overloaded overloaded -> Reply.refused(HttpRefusal.OVERLOADED.with());
      case StoreFault.Contended contended -> Reply.refused(HttpRefusal.OVERLOADED.with());
      case StoreFault.InDoubt doubt -> inDoubt(doubt);
      case StoreFault away -> storeAway(away);
      case null, default -> byStatus(context, failure);
    };
  }

  private static Reply invalid(List<FieldError> errors, Throwable invalid) {
    String first =
        errors.isEmpty()
            ? String.valueOf(invalid.getMessage())
            : errors.getFirst().field()
                + " is "
                + errors.getFirst().value()
                + ", allowed is "
                + errors.getFirst().allowed();
    return Reply.refused(HttpRefusal.invalid(Math.max(1, errors.size()), first), errors);
  }

  private Reply storeAway(StoreFault away) {
    outage.failed(away);
    return Reply.refused(HttpRefusal.STORE_AWAY.with());
  }

  private Reply inDoubt(StoreFault.InDoubt doubt) {
    outage.failed(doubt);
    return Reply.refused(HttpRefusal.STORE_IN_DOUBT.with());
  }

  /** What Vert.x itself refuses comes with a status and mostly without a reason. */
  private static Reply byStatus(RoutingContext context, @Nullable Throwable failure) {
    return switch (context.statusCode()) {
      case 400 ->
          invalid(
              List.of(),
              failure == null
                  ? new IllegalArgumentException(target(context) + " is no path, percent-encode it")
                  : failure);
      case 404 -> Reply.refused(HttpRefusal.ROUTE_UNKNOWN.with("path", target(context)));
      case 413 -> Reply.refused(HttpRefusal.BODY_TOO_LARGE.with("allowed", Api.BODY_LIMIT_BYTES));
      default -> defect(context, failure);
    };
  }

  private static Reply defect(RoutingContext context, @Nullable Throwable failure) {
    LOG.atError()
        .setCause(failure)
        .addKeyValue("requestId", context.response().headers().get(RequestLog.HEADER))
        .log("a request failed");
    return Reply.refused(HttpRefusal.DEFECT.with());
  }

  /** As it was sent, since what is no path cannot be normalized. */
  private static String target(RoutingContext context) {
    return Shown.of(String.valueOf(context.request().uri()));
  }
}
