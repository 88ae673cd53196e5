package tapwright.server.http;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.Money;
import tapwright.core.policy.Word;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.server.app.Answer;
import tapwright.server.app.Shown;
import tapwright.server.app.claim.ClaimDesk;
import tapwright.server.app.claim.ClaimNote;
import tapwright.server.app.claim.ClaimWorkRefusal;
import tapwright.server.app.claim.Closing;
import tapwright.server.app.claim.Ruling;
import tapwright.server.app.claim.RunTasks;
import tapwright.server.record.claim.Stated;

/** What people do about claims: answer, rule, override, appeal, close, and see tasks done. */
final class ClaimWorkRoutes {

  private static final int OK = 200;

  private final ClaimDesk desk;

  ClaimWorkRoutes(ClaimDesk desk) {
    this.desk = desk;
  }

  CompletableFuture<Reply> answer(Request request) {
    AnswerJson body = request.bodyAs(AnswerJson.class);
    return shown(
        request,
        desk.run().answer(request.caller(), claim(request), body.stated(), orEmpty(body.cause())));
  }

  CompletableFuture<Reply> acknowledge(Request request) {
    CauseJson body = request.bodyAs(CauseJson.class);
    return shown(
        request, desk.run().acknowledge(request.caller(), claim(request), orEmpty(body.cause())));
  }

  CompletableFuture<Reply> rule(Request request) {
    return switch (request.bodyAs(RulingJson.class).toRuling()) {
      case Answer.Refused<Ruling> refused -> refused(refused);
      case Answer.Done<Ruling> done ->
          shown(request, desk.run().rule(request.caller(), claim(request), done.value()));
    };
  }

  CompletableFuture<Reply> override(Request request) {
    return switch (request.bodyAs(RulingJson.class).toRuling()) {
      case Answer.Refused<Ruling> refused -> refused(refused);
      case Answer.Done<Ruling> done ->
          shown(request, desk.run().override(request.caller(), claim(request), done.value()));
    };
  }

  CompletableFuture<Reply> appeal(Request request) {
    ClaimNote note = request.bodyAs(NoteJson.class).toNote();
    return shown(request, desk.run().appeal(request.caller(), claim(request), note));
  }

  CompletableFuture<Reply> close(Request request) {
    Closing closing = request.bodyAs(ClosingJson.class).toClosing();
    return shown(request, desk.run().close(request.caller(), claim(request), closing));
  }

  CompletableFuture<Reply> tasks(Request request) {
    return desk.tasks()
        .of(request.caller(), claim(request))
        .thenApply(answer -> Reply.of(OK, answer, TaskJson.TaskList::of));
  }

  CompletableFuture<Reply> finish(Request request) {
    return end(request, true, orEmpty(request.bodyAs(ReferenceJson.class).reference()));
  }

  CompletableFuture<Reply> drop(Request request) {
    return end(request, false, request.bodyAs(ReasonJson.class).reason());
  }

  private CompletableFuture<Reply> end(Request request, boolean done, String reference) {
    RunTasks.Ending ending = new RunTasks.Ending(request.path("taskNumber"), done, reference);
    return desk.tasks()
        .end(request.caller(), claim(request), ending)
        .thenApply(answer -> Reply.of(OK, answer, TaskJson::of));
  }

  /** The claim as it stands after what was done, or why it was not. */
  private CompletableFuture<Reply> shown(
      Request request, CompletableFuture<Answer<String>> worked) {
    return worked.thenCompose(
        answer ->
            switch (answer) {
              case Answer.Refused<String> refused -> refused(refused);
              case Answer.Done<String> done ->
                  desk.see()
                      .view(request.caller(), done.value())
                      .thenApply(view -> Reply.of(OK, view, ClaimJson::of));
            });
  }

  private static CompletableFuture<Reply> refused(Answer.Refused<?> refused) {
    return CompletableFuture.completedFuture(Reply.refused(refused.refusal(), refused.fields()));
  }

  private static String claim(Request request) {
    return request.path("claimId");
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  /** What came after a claim. */
  record AnswerJson(
      @Nullable Map<String, Object> facts,
      @Nullable List<String> evidence,
      @Nullable String cause) {

    Stated stated() {
      return new Stated(
          OrderRoutes.texts(facts), evidence == null ? Set.of() : Set.copyOf(evidence));
    }
  }

  /** Why something is done. */
  record CauseJson(@Nullable String cause) {}

  /** A step of a claim that was seen in a version. */
  record NoteJson(long version, String cause) {
    ClaimNote toNote() {
      return new ClaimNote(version, cause);
    }
  }

  /** How a claim that was seen in a version is closed. */
  record ClosingJson(long version, String cause, @Nullable Boolean dropTasks) {
    Closing toClosing() {
      return new Closing(new ClaimNote(version, cause), Boolean.TRUE.equals(dropTasks));
    }
  }

  /** By what it can be looked up that a task was done. */
  record ReferenceJson(@Nullable String reference) {}

  /** Why a task is dropped. */
  record ReasonJson(String reason) {}

  /** What a person decides. */
  record RulingJson(
      long version,
      String outcome,
      @Nullable List<String> effects,
      @Nullable String amount,
      String reason) {

    Answer<Ruling> toRuling() {
      Optional<Money> money = Optional.ofNullable(amount).flatMap(Money::parse);
      return amount != null && money.isEmpty()
          ? Answer.refused(ClaimWorkRefusal.AMOUNT.with("seen", Shown.of(amount)))
          : Answer.done(
              new Ruling(version, Word.of(Outcome.values(), outcome), wanted(), money, reason));
    }

    private Set<Effect> wanted() {
      Set<Effect> wanted = EnumSet.noneOf(Effect.class);
      if (effects != null) {
        effects.forEach(word -> wanted.add(Word.of(Effect.values(), word)));
      }
      return wanted;
    }
  }
}
