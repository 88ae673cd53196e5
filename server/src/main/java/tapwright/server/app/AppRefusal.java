package tapwright.server.app;

import tapwright.core.RefusalCode;

/** Why a use case does not do what it was asked. */
public enum AppRefusal implements RefusalCode {
  /** No card of this seller has the id. */
  CARD_UNKNOWN("card-unknown", "card is {card}, allowed is the id of a card of yours"),
  /** The card was changed since it was looked at. */
  CARD_CHANGED(
      "card-changed",
      "version is {seen}, allowed is {version}, which card {card} has by now; look at it again"),
  /** What was made read-only for ever cannot have been wiped. */
  CHIP_LOCKED(
      "card-chip-locked",
      "the chip of card {card} is locked for ever; allowed is to scrap the card"),
  /** At least one field of the contact cannot be taken. */
  CONTACT_INVALID("contact-invalid", "{count} of the contact cannot be taken; nothing was changed"),
  /** At least one row of cards to adopt cannot be taken, so none was. */
  ADOPTION_INVALID("adoption-invalid", "{count} in {rows} cannot be taken; nothing was adopted"),
  /** There is nothing to adopt, or more than one request may hold. */
  ADOPTION_ROWS("adoption-row-count", "cards has {seen} rows, allowed are 1 to {allowed}"),
  /** No job of this seller has the id. */
  JOB_UNKNOWN("job-unknown", "job is {job}, allowed is the id of a job of yours"),
  /** The seller has no order of that number. */
  ORDER_UNKNOWN("order-unknown", "order is {order}, allowed is the number of an order of yours"),
  /** No claim of this seller has the id. */
  CLAIM_UNKNOWN("claim-unknown", "claim is {claim}, allowed is the id of a claim of yours"),
  /** At least one row cannot be taken, so none was. */
  ROWS_INVALID("rows-invalid", "{count} in {rows} cannot be taken; nothing was ordered"),
  /** There is nothing to order, or more than one request may hold. */
  ROW_COUNT("row-count", "orders has {seen} rows, allowed are 1 to {allowed}"),
  /** The CSV cannot be read as a table at all. */
  CSV_UNREADABLE("csv-unreadable", "line {line} is not CSV: {what}"),
  /** The table has other columns than it must. */
  CSV_COLUMNS("csv-columns", "columns are {columns}, allowed are {allowed}"),
  /** The key was used before, with something else. */
  KEY_REUSED(
      "idempotency-key-reused",
      "Idempotency-Key {key} came with another body before; allowed is a new key or the same body"),
  /** The target is no link that a phone may be led to. */
  TARGET_INVALID("target-invalid", "target is {target}, allowed is {allowed}"),
  /** The order names no policy, so nothing can be decided by one. */
  PACK_MISSING("pack-missing", "order {order} names no pack; allowed are orders with a pack"),
  /** It cannot have happened then: that is still to come, or before there were cards. */
  INSTANT_OUTSIDE("instant-outside", "{field} is {seen}, allowed is {allowed}"),
  /** At least one fact is none that policies know, or has another value than it may. */
  FACTS_INVALID("facts-invalid", "{count} cannot be taken; nothing was decided"),
  /** A job that is not stopped needs no second start. */
  JOB_NOT_STOPPED("job-not-stopped", "job is {state}, allowed is stopped"),
  /** The chip is in another card that is in use. */
  UID_LIVE(
      "uid-live-elsewhere",
      "uid is {uid}, which is in {card}; allowed is a chip that no live card has"),
  /** Another station's chip was first. */
  CARD_MADE(
      "card-made-already",
      "card {card} is {state} with chip {uid}; allowed is a card not yet made"),
  /** Who has no lease, and shows no chip that was ordered, says nothing of the job. */
  JOB_NOT_LEASED(
      "job-not-leased",
      "the chip holds another message than was ordered, and job {job} is not leased to this"
          + " station; allowed is a job that it has leased"),
  /** A station has as many jobs as it may have at once. */
  LEASES_OPEN(
      "leases-open-too-many",
      "station {station} has {seen} jobs that it said nothing of, allowed are {allowed} at once:"
          + " make those, or let an admin revoke the station's token where they are lost"),
  /** What the station read back is not what was ordered. */
  CONTENT_DIFFERS(
      "content-differs",
      "the chip holds another message than was ordered, its link is {link}, allowed is {ordered}"
          + " with the card's own contact or none; the card is not verified"),
  /** What was done to the chip beside its content is less than was ordered. */
  PROTECTION_DIFFERS(
      "protection-differs",
      "the chip was finished with {seen}, allowed is {ordered} as ordered; the card is not"
          + " verified"),
  /** A station has as many chips to write anew as it may at once. */
  REWRITES_OPEN(
      "rewrites-open-too-many",
      "station {station} has {seen} cards that it was told to write anew and that are not done;"
          + " allowed are {allowed} at once: lay these on again, or wait until {until}"),
  /** What was written anew is not the chip that was on the reader. */
  REWRITE_CHIP("rewrite-other-chip", "uid is {uid}, allowed is {allowed}, the chip of card {card}"),
  /** An event says neither more nor less than its kind must. */
  EVENT_INCOMPLETE("event-incomplete", "event {kind} carries {seen}, allowed is {allowed}"),
  /** A token of this name exists. */
  TOKEN_NAME_TAKEN("token-name-taken", "token name is {name}, allowed is one that is not in use"),
  /** No token has the name. */
  TOKEN_UNKNOWN("token-unknown", "token name is {name}, allowed is one of: {allowed}"),
  /** The key that chip keys shall be derived from has another form; its value is not shown. */
  MASTER_KEY(
      "chip-master-key-invalid",
      "chipMasterKey {seen}, allowed are 32 hexadecimal digits, or an empty text for keys that are"
          + " drawn"),
  /** The master key that wraps the record's keys is none of those at hand. */
  MASTER_KEY_UNKNOWN(
      "master-key-unknown",
      "the master keys at hand are {seen}, allowed is one that the keys of this record are wrapped"
          + " by: {allowed}; put that key there"),
  /** Nobody is known by that, or nobody any more. */
  HOLDER_UNKNOWN(
      "holder-unknown",
      "{field} is of nobody whom cards of {seller} speak for; allowed is a card with a contact, or"
          + " the e-mail address of one, of somebody who is not forgotten yet"),
  /** Contacts of an earlier version are not under their holders' keys yet. */
  HOLDERS_PENDING(
      "holders-pending",
      "contacts of an earlier version wait to be put under keys of their holders; allowed is none:"
          + " a server does that within minutes after its start, so try again then"),
  /** No seller has the name. */
  SELLER_UNKNOWN("seller-unknown", "seller is {seller}, allowed is one of: {allowed}");

  private final String code;
  private final String template;

  AppRefusal(String code, String template) {
    this.code = code;
    this.template = template;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }
}
