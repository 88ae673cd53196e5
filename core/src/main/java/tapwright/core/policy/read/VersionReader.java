package tapwright.core.policy.read;

import java.time.LocalDate;
import tapwright.core.Refusal;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.calendar.Span;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.pack.InForce;
import tapwright.core.policy.text.TimeReader;
import tapwright.core.policy.text.WordReader;
import tapwright.core.yaml.Malformed;
import tapwright.core.yaml.YamlMap;
import tapwright.core.yaml.YamlNode;

/** Reads from when a version of a policy binds, and whether it was announced in time. */
public final class VersionReader {

  private VersionReader() {}

  static InForce inForce(YamlNode node) {
    YamlMap map = node.map(PackKeys.IN_FORCE);
    return new InForce(
        TimeReader.date(map.required("from")),
        map.optional("posted").map(TimeReader::date).orElse(null),
        WordReader.word(map.required("by"), Event.ALL),
        map.optional("clause").map(YamlNode::text).orElse(null),
        map.optional("notice").map(VersionReader::notice).orElse(null));
  }

  private static InForce.Notice notice(YamlNode node) {
    YamlMap map = node.map(PackKeys.NOTICE);
    return new InForce.Notice(
        (int) map.required("days").whole(1, Span.MOST),
        map.optional("given").map(TimeReader::date).orElse(null));
  }

  /** Refuses a version that would bind before the promised time is over. */
  static void checkNotice(InForce version, YamlNode node) {
    InForce.Notice notice = version.notice();
    if (notice != null && notice.given() != null && !notice.isKept(version.firstDay())) {
      throw new Malformed(
          tooShort(node.place(), version.firstDay(), notice.given(), notice.days()));
    }
  }

  /**
   * Why a version cannot bind from a date: the announcement came too late for the days promised.
   */
  public static Refusal tooShort(String place, LocalDate from, LocalDate given, int days) {
    return PolicyRefusal.NOTICE_SHORT.with(
        "place", place,
        "from", from.toString(),
        "given", given.toString(),
        "days", Integer.toString(days),
        "allowed", given.plusDays(days).toString());
  }
}
