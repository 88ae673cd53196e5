package tapwright.core.policy.read;

import java.util.List;
import java.util.stream.Stream;
import tapwright.core.policy.Word;
import tapwright.core.policy.calendar.Unit;

/** The keys that packs and overlays have, place by place; no other key is taken. */
final class PackKeys {

  static final List<String> PACK =
      List.of(
          "id",
          "version",
          "title",
          "inForce",
          "leavesOut",
          "calendar",
          "usage",
          "windows",
          "clauses",
          "gaps",
          "clashes");

  static final List<String> OVERLAY_FILE =
      List.of("id", "version", "title", "overlay", "windows", "clauses");

  static final List<String> OVERLAY = List.of("law", "counsel");

  static final List<String> IN_FORCE = List.of("from", "posted", "by", "clause", "notice");

  static final List<String> NOTICE = List.of("days", "given");

  static final List<String> USAGE = List.of("counts");

  static final List<String> CALENDAR = List.of("zone", "week", "holidays", "reading");

  private static final List<String> SPAN =
      Stream.concat(Stream.of(Unit.values()).map(Word::word), Stream.of("first", "last")).toList();

  static final List<String> WINDOW =
      Stream.concat(Stream.of("from", "before"), SPAN.stream()).toList();

  static final List<String> CLAUSE =
      List.of(
          "id",
          "kind",
          "source",
          "says",
          "claims",
          "when",
          "evidence",
          "then",
          "due",
          "overrides",
          "reading");

  static final List<String> SOURCE = List.of("lines", "section");

  static final List<String> EVIDENCE = List.of("any-of", "when");

  /** The last variant of a right or bar, which follows where no other does. */
  static final List<String> LAST_THEN = List.of("outcome", "effects", "amount", "shipping");

  static final List<String> THEN = Stream.concat(Stream.of("when"), LAST_THEN.stream()).toList();

  static final List<String> DUE =
      Stream.concat(Stream.of("step", "when", "at", "anniversary-after", "from"), SPAN.stream())
          .toList();

  static final List<String> READING = List.of("chosen", "rejected", "because");

  static final List<String> GAP = List.of("id", "claims", "when", "because");

  static final List<String> CLASH = List.of("between", "because");

  private PackKeys() {}
}
