package tapwright.server.app.holder;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.card.ContactSeal;
import tapwright.server.record.key.Holder;

/**
 * Makes all contacts of a person unreadable for ever, by taking the person's key off the record.
 *
 * <p>What the cards did stays as it is: counts, decisions and money are of cards and orders, and
 * name nobody.
 */
public final class ForgetHolder {

  private final Ledger ledger;
  private final ContactSeal seal;
  private final InstantSource clock;

  public ForgetHolder(Ledger ledger, ContactSeal seal, InstantSource clock) {
    this.ledger = ledger;
    this.seal = seal;
    this.clock = clock;
  }

  /** How a person is named by who wants the person forgotten. */
  public sealed interface Whom {

    /** Whom we know by this key. */
    record WithId(String holder) implements Whom {}

    /** Whose contact the card has. */
    record OfCard(CardId card) implements Whom {}

    /** Whose contacts have the e-mail address; without it in its text. */
    record WithEmail(String email) implements Whom {
      @Override
      public String toString() {
        return "WithEmail";
      }
    }
  }

  /** A person by our key, and the cards that speak for the person. */
  public record Found(String holder, List<Card> cards) {

    public Found {
      cards = List.copyOf(cards);
    }
  }

  /**
   * A person who is forgotten.
   *
   * @param purged whether the key has left the record's files too; else the engine's own upkeep
   *     takes it away in its time
   */
  public record Forgotten(Found found, boolean purged) {}

  /** The person and the person's cards, so that somebody can look before there is no way back. */
  public CompletableFuture<Answer<Found>> find(SellerId seller, Whom whom) {
    return ledger.read(seller, records -> found(records, seller, whom));
  }

  /**
   * Forgets the person: key, mark and contacts go, the cards lead nowhere and have an event that
   * says so. It cannot be undone.
   *
   * @param actor who did it, by a name that is no secret
   */
  public CompletableFuture<Answer<Forgotten>> forget(SellerId seller, Whom whom, String actor) {
    return ledger
        .write(
            seller,
            records ->
                switch (found(records, seller, whom)) {
                  case Answer.Refused<Found> refused -> refused;
                  case Answer.Done<Found> done -> {
                    TrailEntry.By by = new TrailEntry.By(actor, HolderTrail.OPERATOR);
                    forget(records, seller, done.value(), by);
                    yield done;
                  }
                })
        .thenCompose(this::purged);
  }

  /**
   * Forgets again who was forgotten before, in a record that was made of an older backup; answers
   * how many that were.
   */
  public CompletableFuture<Integer> forgetAgain(
      Collection<tapwright.server.record.key.Forgotten> all) {
    TrailEntry.By by = new TrailEntry.By("restore", HolderTrail.OPERATOR);
    CompletableFuture<Integer> done = CompletableFuture.completedFuture(0);
    for (tapwright.server.record.key.Forgotten one : all) {
      done = done.thenCombine(forgetAgain(one, by), Integer::sum);
    }
    return done.thenCompose(count -> ledger.purge().thenApply(gone -> count));
  }

  private CompletableFuture<Integer> forgetAgain(
      tapwright.server.record.key.Forgotten one, TrailEntry.By by) {
    return ledger.write(
        one.seller(),
        records ->
            switch (found(records, one.seller(), new Whom.WithId(one.holder()))) {
              case Answer.Refused<Found> notThere -> 0;
              case Answer.Done<Found> done -> {
                forget(records, one.seller(), done.value(), by);
                yield 1;
              }
            });
  }

  CompletableFuture<Answer<Forgotten>> purged(Answer<Found> answer) {
    return switch (answer) {
      case Answer.Refused<Found> refused ->
          CompletableFuture.completedFuture(Answer.refused(refused.refusal()));
      case Answer.Done<Found> done ->
          // Forgotten is forgotten, whatever becomes of the files.
          ledger
              .purge()
              .exceptionally(failure -> false)
              .thenApply(gone -> Answer.done(new Forgotten(done.value(), gone)));
    };
  }

  /** Who is meant; refused where nobody is known by that, or nobody any more. */
  Answer<Found> found(Records records, SellerId seller, Whom whom) {
    if (records.contacts().isAnyWithoutHolder(seller)) {
      return Answer.refused(AppRefusal.HOLDERS_PENDING.with());
    }
    return holder(records, seller, whom)
        .filter(holder -> holder.known().isPresent())
        .map(holder -> Answer.done(new Found(holder.id(), cards(records, holder))))
        .orElseGet(
            () ->
                Answer.refused(
                    AppRefusal.HOLDER_UNKNOWN.with("field", field(whom), "seller", seller)));
  }

  private Optional<Holder> holder(Records records, SellerId seller, Whom whom) {
    return switch (whom) {
      case Whom.WithId(String id) -> records.holders().byId(seller, id);
      case Whom.OfCard(CardId card) -> records.holders().of(seller, card);
      case Whom.WithEmail(String email) ->
          records.holders().marked(seller, seal.mark(email, seller));
    };
  }

  private static String field(Whom whom) {
    return switch (whom) {
      case Whom.WithId(String id) -> "holder " + Shown.of(id);
      case Whom.OfCard(CardId card) -> "card " + card;
      case Whom.WithEmail email -> "the e-mail address";
    };
  }

  private static List<Card> cards(Records records, Holder holder) {
    return records.holders().cards(holder.seller(), holder.id()).stream()
        .map(card -> records.cards().byId(holder.seller(), card).orElseThrow())
        .toList();
  }

  /** Takes the person off the record, within a transaction. */
  void forget(Records records, SellerId seller, Found found, TrailEntry.By by) {
    Instant now = clock.instant();
    for (Card card : found.cards()) {
      records.contacts().erase(card.seller(), card.id());
      leadNowhere(records, card, by, now);
    }
    records.holders().forget(seller, found.holder(), now);
    new HolderTrail(records, seller, found.holder())
        .add(HolderTrail.FORGOTTEN, Map.of("cards", "" + found.cards().size()), by, now);
  }

  /** Where a person's card leads is the person's own place as often as not. */
  private static void leadNowhere(Records records, Card card, TrailEntry.By by, Instant now) {
    Card next = card.leadingTo("");
    records
        .cards()
        .change(
            next,
            new CardHistory(
                next.version(), "holder-forgotten", "", by.actor(), by.role(), "", now, now));
  }
}
