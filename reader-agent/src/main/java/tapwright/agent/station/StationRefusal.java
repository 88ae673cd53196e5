package tapwright.agent.station;

import tapwright.core.RefusalCode;

/** Why a card, a row or a setting is not taken at a station. */
public enum StationRefusal implements RefusalCode {
  /** The card belongs to another row or order, finished or not. */
  UID_OWNED(
      "uid-owned",
      "card {uid} belongs to {owner} ({state}); allowed are cards that belong to nobody"),

  /** The card is on its way to another contact, which another command finishes. */
  UID_BEING_REWRITTEN(
      "uid-being-rewritten",
      "card {uid} of {owner} was begun by station rewrite and not finished;"
          + " finish it with station rewrite"),

  /** The card was given up: what it holds is not known, so that it must not go out. */
  UID_SCRAPPED("uid-scrapped", "card {uid} was given up ({reason}); allowed is another card"),

  /** The card was begun and is finished elsewhere: this reader lacks what its content needs. */
  READER_UNFIT(
      "uid-reader-unfit",
      "card {uid} stays {owner}'s, unfinished ({problem}); allowed is to lay it on another reader"),

  /** The card was begun, cannot be finished, and may show what its row's next card will show. */
  UID_STUCK(
      "uid-stuck",
      "card {uid} stays {owner}'s, unfinished ({problem}); allowed is to lay it on again, or to"
          + " destroy it and give it up with --lost {uid}"),

  /** A command began to write the card and did not end; what it was to hold was something else. */
  UID_BEGUN_BY_HAND(
      "uid-begun-by-hand",
      "card {uid} was begun by hand with another message ({seen}) and never finished;"
          + " allowed is that message again"),

  /** The card counts wrong passwords, and this one was wrong before. */
  PASSWORD_REFUSED_BEFORE(
      "password-refused-before",
      "card {uid} did not take this password before and may count wrong ones until it takes none"
          + " any more; allowed is another password file, or this one with --again"),

  /** The chip can do what none of the waiting orders asks. */
  CHIP_UNFIT("uid-chip-unfit", "card {uid} fits no order that waits: {problem}"),

  /** A card that shall be given up belongs to no unfinished row. */
  UID_NOT_BOUND(
      "uid-not-bound", "{field} is {seen}; allowed are cards that were begun and not finished"),

  /** The batch file has something wrong in it, which is told beside this. */
  BATCH_FAULTY(
      "batch-faulty",
      "the batch has {seen} problems and no card was written; correct the file and run it again"),

  /** The batch file is no text in UTF-8. */
  BATCH_NOT_UTF8(
      "batch-not-utf8",
      "line {line} of the batch is not UTF-8; allowed is UTF-8, with or without"
          + " byte order mark"),

  /** The batch file is too large to be one. */
  BATCH_TOO_LARGE("batch-too-large", "the batch has {seen} {unit}; allowed are up to {allowed}"),

  /** There is nothing to make. */
  BATCH_EMPTY("batch-empty", "the batch has 0 rows; allowed are a header and 1 row or more"),

  /** Made cards are not finished anew, so that a batch would say complete and be so in part. */
  BATCH_FINISH(
      "batch-finish-differs",
      "{file} has cards that were made {allowed}, and is run {seen}; allowed is to run it as"
          + " before, and to lock or protect made cards one by one"),

  /** Quotes that do not close or stand where none may be. */
  BATCH_SYNTAX("batch-syntax", "the batch cannot be read as CSV: {seen}"),

  /** The first row names columns that are not known, twice there or missing. */
  BATCH_HEADER("batch-header", "line 1: column '{seen}' is {fault}; allowed are {allowed}"),

  /** A row with more or fewer values than the header has columns. */
  BATCH_WIDTH("batch-width", "line {line} has {seen} values; allowed are {allowed}, as the header"),

  /** A value that cannot be used. */
  BATCH_VALUE("batch-value", "line {line}: {problem}"),

  /** An order number or pack of another form. */
  BATCH_FIELD("batch-field", "{field} is '{seen}'; allowed is {allowed}"),

  /** Two rows that are equal in every column. */
  BATCH_DUPLICATE(
      "batch-duplicate",
      "line {line} is the same as line {seen}; allowed are rows that differ in one column at"
          + " least"),

  /** A job whose link or contact cannot be put onto a card. */
  JOB_CONTENT("job-content", "job {job}: {problem}"),

  /** A secret that came with a job in a form that no chip takes; its value is not shown. */
  JOB_SECRET("job-secret", "{field} is {seen}; allowed is {allowed}"),

  /** A chip that the server has in another card, or had. */
  UID_KNOWN(
      "uid-known-to-server",
      "card {uid} is {seen} at the server; allowed are cards that it does not know"),

  /** A job that was not begun before its lease ended; another station may have it. */
  LEASE_EXPIRED(
      "station-lease-expired",
      "job {job} goes back unmade: its lease ended at {seen}; allowed are jobs begun before"),

  /** An address that is no server's. */
  SERVER_URL(
      "station-server-url",
      "{field} is '{seen}'; allowed is https://HOST, or http:// on this machine itself"),

  /** An address with parts in which secrets stand; they are not shown. */
  SERVER_URL_PARTS(
      "station-server-url-parts",
      "{field} is '{seen}' with user info, query or fragment, which are not shown and not allowed"),

  /** An address whose port no server can have. */
  SERVER_PORT("station-server-port", "{field} names port {seen}; allowed are 1 to 65535"),

  /** A token file that holds no token. */
  TOKEN_FILE(
      "station-token-file",
      "{field} holds {seen}; allowed is one line of 16 to 512 printable characters"),

  /** The chip holds what its card speaks for. */
  REWRITE_CURRENT(
      "rewrite-not-needed",
      "card {uid} ({card}) holds what it should; allowed are cards whose contact was changed"),

  /** The chip holds an old contact and can never be written again. */
  REWRITE_LOCKED(
      "rewrite-chip-locked",
      "card {uid} ({card}) holds an old contact and is locked for ever; have it replaced"),

  /** Written anew, the chip would count its reads from the beginning, and old links count again. */
  REWRITE_SIGNED(
      "rewrite-chip-signs",
      "card {uid} ({card}) holds an old contact and signs its link, and would count its reads anew;"
          + " have it replaced"),

  /** The chip's card came to its end. */
  REWRITE_ENDED(
      "rewrite-card-ended",
      "card {uid} ({card}) came to its end; allowed are cards that are in use or on their way"),

  /** The chip is in no card of the seller's. */
  REWRITE_UNKNOWN(
      "rewrite-card-unknown",
      "card {uid} is none of this seller's cards; allowed are cards that the server knows"),

  /** Nobody can say what the chip should hold. */
  REWRITE_AWAY(
      "rewrite-server-away",
      "{problem}, so that nobody says what card {uid} should hold; lay it on"
          + " again when the server is back"),

  /** The server will not say what the chip should hold. */
  REWRITE_NOT_TOLD(
      "rewrite-not-told", "the server tells nothing of card {uid} (status {seen}): {problem}"),

  /** The card was lifted before anything of it was written. */
  REWRITE_LEFT("rewrite-not-begun", "card {card} was lifted before it was written anew"),

  /** The server knows no such return, or will not take what was found. */
  RETURN_NOT_TAKEN(
      "return-not-taken", "the server does not take return {rma} (status {seen}): {problem}"),

  /** The parcel is not here yet, or is done with. */
  RETURN_NOT_HERE(
      "return-not-inspectable",
      "return {rma} is {seen}; allowed is one that was received or inspected and is not settled"),

  /** Another card lies there than was sent out; somebody has to look before that is told. */
  RETURN_OTHER_CARD(
      "return-other-card",
      "the card on the reader ({seen}) is not that of return {rma}; look into the parcel again:"
          + " allowed is the return's card, or --not-ours where this one lies in it"),

  /** The server cannot read an event; it is kept, and sent again by the next run. */
  EVENT_PARKED(
      "station-event-parked", "the server refuses event {event} (status {seen}): {problem}");

  private final String code;
  private final String template;

  StationRefusal(String code, String template) {
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
