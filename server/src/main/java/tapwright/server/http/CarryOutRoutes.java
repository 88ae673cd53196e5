package tapwright.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.server.app.effect.CarryOut;
import tapwright.server.app.effect.TaskWish;
import tapwright.server.app.holder.DeletionPlan;

/** Tasks that the server carries out when a person says so. */
final class CarryOutRoutes {

  private static final int OK = 200;

  private final CarryOut carryOut;

  CarryOutRoutes(CarryOut carryOut) {
    this.carryOut = carryOut;
  }

  CompletableFuture<Reply> carryOut(Request request) {
    return carryOut
        .carryOut(
            request.caller(),
            request.path("claimId"),
            request.path("taskNumber"),
            request.bodyAs(WishJson.class).toWish())
        .thenApply(answer -> Reply.of(OK, answer, CarriedJson::of));
  }

  /** The body: what the claim does not say. */
  record WishJson(
      @Nullable List<String> lines, @Nullable OfferJson offer, @Nullable Boolean besides) {

    TaskWish toWish() {
      return new TaskWish(
          Objects.requireNonNullElse(lines, List.of()),
          Optional.ofNullable(offer).map(OfferJson::toOffer),
          Boolean.TRUE.equals(besides));
    }
  }

  /** How far a task has come, with what is to be confirmed before it is done. */
  record CarriedJson(TaskJson task, @Nullable DeletionJson deletion) {

    static CarriedJson of(CarryOut.Outcome outcome) {
      return new CarriedJson(
          TaskJson.of(outcome.task()), outcome.deletion().map(DeletionJson::of).orElse(null));
    }
  }

  /** A deletion that waits for its code. */
  record DeletionJson(String holderId, String code, Instant until) {

    static DeletionJson of(DeletionPlan plan) {
      return new DeletionJson(plan.holder(), plan.code(), plan.until());
    }
  }
}
