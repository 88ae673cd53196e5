package tapwright.core.policy.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.policy.read.HolidayList;
import tapwright.core.policy.text.PolicyText;

/** The holiday lists at hand, by which the calendars of packs are filled. */
public final class HolidayLists {

  private final Map<String, HolidayList> lists;

  private HolidayLists(Map<String, HolidayList> lists) {
    this.lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
  }

  /** The lists that are part of the product. */
  public static HolidayLists shipped() {
    return new HolidayLists(ShippedPacks.holidayLists());
  }

  /** Whether the holidays of the year are on file. */
  public boolean knows(String list, int year) {
    HolidayList known = lists.get(list);
    return known != null && known.years().containsKey(year);
  }

  Map<String, HolidayList> byId() {
    return lists;
  }

  /**
   * These lists and those of the texts. A text with the id of a list adds years to it, and takes
   * the place of those years that both have.
   *
   * @param texts of holiday lists, each in a file of its own
   */
  public Addition withTexts(List<PolicyText> texts) {
    Map<String, HolidayList> more = new LinkedHashMap<>(lists);
    List<Refusal> refusals = new ArrayList<>();
    for (PolicyText text : texts) {
      switch (HolidayList.read(text.file(), text.text())) {
        case Checked.Refused<HolidayList> refused -> refusals.add(refused.refusal());
        case Checked.Passed<HolidayList> taken ->
            more.merge(taken.value().id(), taken.value(), HolidayLists::joined);
      }
    }
    return new Addition(new HolidayLists(more), refusals);
  }

  private static HolidayList joined(HolidayList one, HolidayList more) {
    SortedMap<Integer, HolidayList.Year> years = new TreeMap<>(one.years());
    years.putAll(more.years());
    return new HolidayList(one.id(), more.title(), more.reading(), years);
  }

  /**
   * What came of adding texts to lists.
   *
   * @param lists all that were there, with those of the texts that can be read
   * @param refusals what is wrong with the texts; nothing should be decided while there is any
   */
  public record Addition(HolidayLists lists, List<Refusal> refusals) {

    public Addition {
      refusals = List.copyOf(refusals);
    }
  }
}
