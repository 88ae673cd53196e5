package tapwright.server.store;

import tapwright.core.RefusalCode;

/** Why nothing is done to a record as a whole. */
public enum StoreRefusal implements RefusalCode {
  /** The URL is of no engine that keeps a record. */
  URL_UNKNOWN(
      "db-url-unknown",
      "db is {seen}, allowed are jdbc:sqlite:FILE and jdbc:postgresql://HOST/NAME"),
  /** There is no record where one was named. */
  MISSING("db-missing", "db {db} holds no record; name another, or start a server to make one"),
  /** A newer program has worked on it. */
  SCHEMA_NEWER(
      "db-schema-newer",
      "db {db} has schema version {seen}, this program knows versions up to {allowed}; run the"
          + " newer program"),
  /** The record must be migrated before this can be done. */
  SCHEMA_OLDER(
      "db-schema-older",
      "db {db} has schema version {seen}, allowed is {allowed}; run 'tapwright db migrate' first"),
  /** Others work on it that a step to a newer version would break. */
  NODES_AT_WORK(
      "db-nodes-at-work",
      "db {db} has schema version {seen}, and a step to {allowed} takes away what servers that run"
          + " on it need; stop them all, then start again"),
  /** A move into it was broken off. */
  HALF_MOVED(
      "db-half-moved",
      "db {db} is half moved; run 'tapwright db move FROM TO --empty-target' to begin anew"),
  /** What is to be filled holds something already. */
  NOT_EMPTY("db-not-empty", "db {db} holds {seen} already; allowed is an empty database"),
  /** Somebody's record stands where one was to be made anew. */
  WHOLE(
      "db-whole",
      "db {db} holds a whole record, which is never emptied; allowed is what a broken move left"),
  /** The record is elsewhere by now. */
  MOVED(
      "db-moved",
      "db {db} was {moved}; set TAPWRIGHT_DB to that, or delete {file} to go back without what"
          + " came there since"),
  /** The file is there already. */
  BACKUP_EXISTS("backup-exists", "{file} is there already; name another file or add --force"),
  /** The file is none that a backup wrote. */
  BACKUP_UNREADABLE("backup-unreadable", "{file} is no whole backup: {problem}"),
  /** The backup is of the other engine. */
  BACKUP_ENGINE(
      "backup-engine",
      "{file} is a backup of {seen}, allowed is a database of that engine; 'tapwright db move'"
          + " takes a record from one engine to another"),
  /** What was sealed in the backup would not open here. */
  KEY_DIFFERS(
      "backup-key-differs",
      "{file} was made with another master key than the one in {folder}; put the master.key of"
          + " that installation there first"),
  /** A program of the engine is not installed. */
  TOOL_MISSING(
      "db-tool-missing",
      "the program {tool} is missing; install it (Debian: apt-get install {package})"),
  /** Two engines where one was meant. */
  MOVE_ENGINES(
      "db-move-engines",
      "the move is from {from} to {to}, allowed is from jdbc:sqlite:FILE to"
          + " jdbc:postgresql://HOST/NAME"),
  /** Hits lie beside the record that the move would leave behind. */
  MOVE_SPOOL(
      "db-move-spool",
      "spool {file} has {seen} bytes of hits that may not be on record yet, allowed are 0; start"
          + " the server on {from} until they are, stop it and move then"),
  /** Another server journals hits in it. */
  SPOOL_TAKEN(
      "spool-taken",
      "spool {file} is another server's; stop that one, or name a folder of this one's own with"
          + " {variable}"),
  /** Another program wrote the spool. */
  SPOOL_VERSION(
      "spool-version",
      "spool {file} holds hits of version {seen}, allowed is {allowed}; run the program that wrote"
          + " them until they are on record"),
  /** No card has the id or slug. */
  CARD_UNKNOWN(
      "audit-card-unknown", "card is {card}, allowed is the id or slug of a card on record"),
  /** The file is there already. */
  CHECKPOINT_EXISTS(
      "checkpoint-exists", "{file} is there already; name another file or add --force"),
  /** The file is no checkpoint of this record. */
  CHECKPOINT_UNREADABLE(
      "checkpoint-unreadable", "{file} is no checkpoint of this record: {problem}"),
  /** Hits would go that a policy may still ask for. */
  KEEP_TOO_SHORT(
      "keep-instants-too-short",
      "{place} is {seen} days, allowed is {allowed} or more, since {pack} counts uses in its"
          + " window {window}"),
  /** What is kept by itself for less time than it names its agent. */
  KEEP_INSTANTS(
      "keep-instants-outside",
      "{place} is {seen} days, allowed are {allowed}, which is keep-agents, or more");

  private final String code;
  private final String template;

  StoreRefusal(String code, String template) {
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
