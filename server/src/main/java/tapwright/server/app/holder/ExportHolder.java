package tapwright.server.app.holder;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Refusal;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.FieldError;
import tapwright.server.app.claim.ClaimPapers;
import tapwright.server.app.holder.ForgetHolder.Found;
import tapwright.server.app.holder.ForgetHolder.Whom;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.ContactSeal;
import tapwright.server.record.claim.TextSeal;

/** Gives out everything that is kept of a person, and notes who had it. */
public final class ExportHolder {

  private final Ledger ledger;
  private final ForgetHolder forget;
  private final ContactSeal seal;
  private final TextSeal texts;
  private final InstantSource clock;

  public ExportHolder(Ledger ledger, ForgetHolder forget, Seals seals, InstantSource clock) {
    this.ledger = ledger;
    this.forget = forget;
    this.seal = seals.contacts();
    this.texts = seals.texts();
    this.clock = clock;
  }

  /** With what a person's contacts, words and files are opened. */
  public record Seals(ContactSeal contacts, TextSeal texts) {}

  /** All of it, once it is noted that it was given out. */
  public CompletableFuture<Answer<PersonData>> export(Caller caller, String holder) {
    return ledger.write(
        caller.seller(),
        records ->
            switch (forget.found(records, caller.seller(), new Whom.WithId(holder))) {
              case Answer.Refused<Found>(Refusal refusal, List<FieldError> fields) ->
                  new Answer.Refused<>(refusal, fields);
              case Answer.Done<Found>(Found found) -> Answer.done(export(records, caller, found));
            });
  }

  private PersonData export(Records records, Caller caller, Found found) {
    Instant now = clock.instant();
    HolderTrail trail = new HolderTrail(records, caller.seller(), found.holder());
    List<TrailEntry> before = trail.entries();
    trail.add(
        HolderTrail.EXPORTED,
        Map.of("cards", "" + found.cards().size()),
        HolderTrail.by(caller),
        now);
    return new PersonData(
        found.holder(),
        now,
        found.cards().stream().map(card -> data(records, card)).toList(),
        before);
  }

  private PersonData.CardData data(Records records, Card card) {
    SellerId seller = card.seller();
    CardId id = card.id();
    return new PersonData.CardData(
        card,
        records.orders().byId(seller, card.orderId()).orElseThrow(),
        records.contacts().sealed(seller, id).map(kept -> seal.open(kept, seller, id)),
        records.cards().history(seller, id),
        records.uses().byDay(seller, id),
        records.claims().of(seller, id).stream()
            .map(claim -> ClaimPapers.of(records, texts, claim))
            .toList());
  }
}
