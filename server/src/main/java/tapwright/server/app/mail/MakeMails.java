package tapwright.server.app.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.notice.MailKind;
import tapwright.server.app.IdSource;
import tapwright.server.app.duty.EventDuty;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.duty.OutEvent;
import tapwright.server.record.mail.Mail;

/**
 * Makes a mail of each event of the outbox that a customer is written of.
 *
 * <p>Where no mail is sent, events are passed over and not kept: who switches mail on later does
 * not want to send what is old.
 */
public final class MakeMails implements EventDuty {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final boolean on;
  private final IdSource ids;

  /**
   * The duty.
   *
   * @param on whether mail is sent at all
   */
  public MakeMails(boolean on, IdSource ids) {
    this.on = on;
    this.ids = ids;
  }

  @Override
  public String name() {
    return "make-mails";
  }

  @Override
  public String consumer() {
    return "mail";
  }

  @Override
  public void take(Records records, OutEvent event, Instant now) {
    if (!on) {
      return;
    }
    Map<String, String> detail = detail(event);
    MailCause.of(event.kind(), detail)
        .ifPresent(kind -> make(records, event, new Caused(kind, detail), now));
  }

  /** The mail that an event causes, and what the event says. */
  private record Caused(MailKind kind, Map<String, String> detail) {}

  private void make(Records records, OutEvent event, Caused caused, Instant now) {
    card(records, event.seller(), caused.detail())
        .filter(card -> !SaidBefore.is(records, card, caused.kind(), caused.detail()))
        .map(
            card ->
                new Mail(
                    ids.next(),
                    event.seller(),
                    card.id(),
                    event.id(),
                    caused.kind(),
                    caused.detail(),
                    new Mail.Progress(Mail.State.WAITING, 0, now, "", now),
                    now))
        .ifPresent(records.mails()::add);
  }

  /** The card whose holder is written to: the event names it, or a claim about it. */
  private static Optional<Card> card(Records records, SellerId seller, Map<String, String> detail) {
    return CardId.parse(detail.getOrDefault("cardId", ""))
        .or(
            () ->
                records
                    .claims()
                    .byId(seller, detail.getOrDefault("claimId", ""))
                    .map(StoredClaim::card))
        .flatMap(card -> records.cards().byId(seller, card));
  }

  private static Map<String, String> detail(OutEvent event) {
    try {
      Map<String, Object> payload =
          JSON.readValue(event.payload(), new TypeReference<Map<String, Object>>() {});
      Map<String, String> texts = new LinkedHashMap<>();
      payload.forEach((name, value) -> texts.put(name, String.valueOf(value)));
      return texts;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the payload of event " + event.id() + " is no JSON", e);
    }
  }
}
