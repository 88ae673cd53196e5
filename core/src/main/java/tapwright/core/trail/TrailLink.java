package tapwright.core.trail;

import tapwright.core.Bytes;

/**
 * What binds each entry of a trail to all before it: SHA-256 over the link of the one before and
 * the entry's own fields.
 *
 * <p>The first is bound to its subject, so that no trail can stand for another.
 */
public final class TrailLink {

  private static final String FORM = "tapwright trail 1";

  private TrailLink() {}

  /** What the first entry about the subject is bound to. */
  public static Bytes start(Subject subject) {
    return new Linked()
        .text(FORM)
        .text(subject.seller().value())
        .text(subject.area().word())
        .text(subject.id())
        .hash();
  }

  /** The link of an entry that follows one with the link before. */
  public static Bytes after(Bytes before, TrailEntry entry) {
    return new Linked()
        .bytes(before)
        .number(entry.number())
        .text(entry.kind())
        .text(entry.detail())
        .text(entry.by().actor())
        .text(entry.by().role())
        .text(entry.cause())
        .instant(entry.at())
        .instant(entry.recordedAt())
        .hash();
  }
}
