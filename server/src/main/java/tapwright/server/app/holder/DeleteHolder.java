package tapwright.server.app.holder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Refusal;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.FieldError;
import tapwright.server.app.holder.ForgetHolder.Found;
import tapwright.server.app.holder.ForgetHolder.Whom;
import tapwright.server.app.holder.StandsAgainst.Obstacle;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.access.SecretSource;
import tapwright.server.record.card.Card;
import tapwright.server.record.key.Forgotten;

/**
 * Deletes a person's data in two steps: who asks is told what goes and what stays and gets a code,
 * and the code confirms it. That is no cancellation: nothing is decided, paid or stopped by it.
 */
public final class DeleteHolder {

  private final Ledger ledger;
  private final ForgetHolder forget;
  private final Terms terms;
  private final SecretSource secrets;
  private final InstantSource clock;

  public DeleteHolder(
      Ledger ledger, ForgetHolder forget, Terms terms, SecretSource secrets, InstantSource clock) {
    this.ledger = ledger;
    this.forget = forget;
    this.terms = terms;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Under what a deletion is done.
   *
   * @param patience how long one waits for its confirmation
   * @param against what may stand against it
   * @param list where it is noted beside the record
   */
  public record Terms(Duration patience, List<StandsAgainst> against, ForgottenList list) {

    public Terms {
      against = List.copyOf(against);
    }
  }

  /** What deletion would do, with the code that confirms it; an earlier code is void then. */
  public CompletableFuture<Answer<DeletionPlan>> ask(
      Caller caller, String holder, DeletionReason reason) {
    SecretSource.Drawn code = secrets.code();
    return ledger.write(
        caller.seller(),
        records ->
            switch (deletable(records, caller, holder)) {
              case Answer.Refused<Found>(Refusal refusal, List<FieldError> fields) ->
                  new Answer.Refused<>(refusal, fields);
              case Answer.Done<Found>(Found found) ->
                  Answer.done(asked(records, caller, found, new Asking(reason, code)));
            });
  }

  private record Asking(DeletionReason reason, SecretSource.Drawn code) {}

  private DeletionPlan asked(Records records, Caller caller, Found found, Asking asking) {
    Instant now = clock.instant();
    Instant until = now.plus(terms.patience());
    new HolderTrail(records, caller.seller(), found.holder())
        .add(
            HolderTrail.ASKED,
            Map.of(
                "reason", asking.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "code", asking.code().hash().toHex(),
                "until", until.toString()),
            HolderTrail.by(caller),
            now);
    return DeletionParts.plan(records, found, asking.code().reveal(), until);
  }

  /** The person, unless something stands against the deletion. */
  private Answer<Found> deletable(Records records, Caller caller, String holder) {
    Answer<Found> answer = forget.found(records, caller.seller(), new Whom.WithId(holder));
    return answer instanceof Answer.Done<Found>(Found found)
        ? standing(found, obstacles(records, found)).orElse(answer)
        : answer;
  }

  private List<Obstacle> obstacles(Records records, Found found) {
    Instant now = clock.instant();
    return found.cards().stream()
        .flatMap(card -> against(records, card, now).stream())
        .distinct()
        .toList();
  }

  private List<Obstacle> against(Records records, Card card, Instant now) {
    return terms.against().stream().flatMap(one -> one.of(records, card, now).stream()).toList();
  }

  private static Optional<Answer<Found>> standing(Found found, List<Obstacle> obstacles) {
    return obstacles.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Answer.Refused<>(
                HolderRefusal.DELETION_STANDS_OPEN.with(
                    "holder", found.holder(),
                    "seen", FieldError.counted(obstacles.size(), "open matter")),
                obstacles.stream().map(DeleteHolder::field).toList()));
  }

  private static FieldError field(Obstacle obstacle) {
    return new FieldError(
        0, obstacle.field(), obstacle.what(), "nothing; it is over " + obstacle.over());
  }

  /** Deletes what was asked for, for ever. */
  public CompletableFuture<Answer<ForgetHolder.Forgotten>> confirm(
      Caller caller, String holder, String code) {
    return ledger
        .write(caller.seller(), records -> confirmed(records, caller, holder, code))
        .thenCompose(forget::purged)
        .thenApply(answer -> noted(caller, answer));
  }

  private Answer<Found> confirmed(Records records, Caller caller, String holder, String code) {
    Answer<Found> answer = deletable(records, caller, holder);
    if (!(answer instanceof Answer.Done<Found>(Found found))) {
      return answer;
    }
    Optional<Refusal> refusal =
        refusal(new HolderTrail(records, caller.seller(), holder).entries(), holder, code);
    if (refusal.isPresent()) {
      return Answer.refused(refusal.get());
    }
    forget.forget(records, caller.seller(), found, HolderTrail.by(caller));
    return answer;
  }

  private Optional<Refusal> refusal(List<TrailEntry> entries, String holder, String code) {
    Optional<Map<String, String>> asked =
        entries.reversed().stream()
            .filter(entry -> entry.kind().equals(HolderTrail.ASKED))
            .findFirst()
            .map(HolderTrail::detail);
    if (asked.isEmpty()) {
      return Optional.of(HolderRefusal.DELETION_NOT_ASKED.with("holder", holder));
    }
    String until = asked.get().getOrDefault("until", "");
    if (!clock.instant().isBefore(Instant.parse(until))) {
      return Optional.of(HolderRefusal.DELETION_ENDED.with("holder", holder, "until", until));
    }
    return secrets.hashOfCode(code).toHex().equals(asked.get().get("code"))
        ? Optional.empty()
        : Optional.of(HolderRefusal.DELETION_CODE.with("holder", holder));
  }

  private Answer<ForgetHolder.Forgotten> noted(
      Caller caller, Answer<ForgetHolder.Forgotten> answer) {
    if (answer instanceof Answer.Done<ForgetHolder.Forgotten>(ForgetHolder.Forgotten done)) {
      terms.list().add(new Forgotten(caller.seller(), done.found().holder(), clock.instant()));
    }
    return answer;
  }
}
