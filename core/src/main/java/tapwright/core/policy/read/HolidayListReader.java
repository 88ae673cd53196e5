package tapwright.core.policy.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tapwright.core.Checked;
import tapwright.core.policy.read.HolidayList.Corroboration;
import tapwright.core.policy.text.PolicyText;
import tapwright.core.policy.text.TimeReader;
import tapwright.core.policy.text.WordReader;
import tapwright.core.yaml.Reading;
import tapwright.core.yaml.YamlMap;
import tapwright.core.yaml.YamlNode;

/** Reads a holiday list: strict in keys and values, each refusal with file, line and column. */
final class HolidayListReader {

  private HolidayListReader() {}

  static Checked<HolidayList> read(String file, String text) {
    return Reading.of(() -> list(new PolicyText(file, text).root()));
  }

  private static HolidayList list(YamlNode node) {
    YamlMap map = node.map("id", "title", "reading", "years");
    return new HolidayList(
        map.required("id").text(),
        map.required("title").text(),
        map.optional("reading").map(PackReader::interpretation).orElse(null),
        years(map.required("years")));
  }

  private static SortedMap<Integer, HolidayList.Year> years(YamlNode node) {
    SortedMap<Integer, HolidayList.Year> years = new TreeMap<>();
    node.names().entries().forEach((year, value) -> years.put(number(year, value), year(value)));
    return years;
  }

  private static int number(String year, YamlNode value) {
    if (!year.matches("[12]\\d{3}")) {
      throw value.wrong("under a year of four digits");
    }
    return Integer.parseInt(year);
  }

  private static HolidayList.Year year(YamlNode node) {
    YamlMap map = node.map("source", "asOf", "days", "notCounted");
    String source = map.required("source").text();
    LocalDate asOf = TimeReader.date(map.required("asOf"));
    Dates dates = new Dates(number(node.key(), node));
    return new HolidayList.Year(
        source,
        asOf,
        dates.inOrder(map.required("days"), item -> day(item, dates)),
        map.optional("notCounted")
            .map(items -> dates.inOrder(items, item -> notCounted(item, dates)))
            .orElse(List.of()));
  }

  private static HolidayList.Day day(YamlNode node, Dates dates) {
    YamlMap map = node.map("date", "name", "checked", "note");
    return new HolidayList.Day(
        dates.next(map.required("date")),
        map.required("name").text(),
        map.optional("checked")
            .map(checked -> WordReader.word(checked, List.of(Corroboration.values())))
            .orElse(Corroboration.TWO_SOURCES),
        map.optional("note").map(YamlNode::text).orElse(null));
  }

  private static HolidayList.NotCounted notCounted(YamlNode node, Dates dates) {
    YamlMap map = node.map("date", "name", "because");
    return new HolidayList.NotCounted(
        dates.next(map.required("date")),
        map.required("name").text(),
        map.required("because").text());
  }

  /** The dates of a year as they are read: each once, and in order within its list. */
  private static final class Dates {

    private final int year;
    private final Set<LocalDate> seen = new HashSet<>();
    private LocalDate last = LocalDate.MIN;

    Dates(int year) {
      this.year = year;
    }

    <T> List<T> inOrder(YamlNode list, Function<YamlNode, T> item) {
      last = LocalDate.MIN;
      List<T> items = new ArrayList<>();
      list.list().forEach(node -> items.add(item.apply(node)));
      return items;
    }

    LocalDate next(YamlNode node) {
      LocalDate date = TimeReader.date(node);
      if (date.getYear() != year) {
        throw node.wrong("a date in " + year);
      }
      if (!date.isAfter(last)) {
        throw node.wrong("a date after " + last);
      }
      if (!seen.add(date)) {
        throw node.wrong("a date that the year does not list yet");
      }
      last = date;
      return date;
    }
  }
}
