package tapwright.core.policy.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tapwright.core.policy.pack.Overlay;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.read.HolidayList;
import tapwright.core.policy.read.PackReader;
import tapwright.core.policy.text.PolicyText;

/**
 * Reads the packs and holiday lists that are part of the product: the one reader of files in core.
 */
public final class ShippedPacks {

  private static final String PACKS = "/tapwright/policies/";
  private static final String OVERLAYS = PACKS + "overlays/";
  private static final String CALENDARS = "/tapwright/calendars/";

  private static final List<String> PACK_FILES =
      List.of(
          "a-smart-card-generator.yaml",
          "b-rigardz.yaml",
          "c-vtag.yaml",
          "d-smartcalls.yaml",
          "e-mand.yaml");

  private static final List<String> OVERLAY_FILES =
      List.of("law-eu.yaml", "law-in.yaml", "law-ksa.yaml");

  private static final List<String> CALENDAR_FILES =
      List.of("unstated.yaml", "in-maharashtra.yaml", "sa.yaml", "id.yaml", "us-federal.yaml");

  private static final Map<String, HolidayList> HOLIDAY_LISTS = readHolidayLists();

  private ShippedPacks() {}

  static List<Pack> read(HolidayLists lists) {
    return PACK_FILES.stream()
        .map(file -> new PolicyText(file, text(PACKS + file)))
        .map(text -> Packs.parse(text, lists).orThrow())
        .toList();
  }

  /** The text of a file that lies beside the packs. */
  static String policyFile(String name) {
    return text(PACKS + name);
  }

  static List<Overlay> overlays() {
    return OVERLAY_FILES.stream()
        .map(file -> new PolicyText(file, text(OVERLAYS + file)))
        .map(text -> PackReader.readOverlay(text).orThrow())
        .toList();
  }

  /** The holiday lists by their ids, in the order in which a refusal names them. */
  public static Map<String, HolidayList> holidayLists() {
    return HOLIDAY_LISTS;
  }

  private static Map<String, HolidayList> readHolidayLists() {
    Map<String, HolidayList> lists = new LinkedHashMap<>();
    for (String file : CALENDAR_FILES) {
      HolidayList list = HolidayList.read(file, text(CALENDARS + file)).orThrow();
      lists.put(list.id(), list);
    }
    return Collections.unmodifiableMap(lists);
  }

  private static String text(String resource) {
    try (InputStream stream = ShippedPacks.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + resource + " is not in the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + resource + " cannot be read", e);
    }
  }
}
