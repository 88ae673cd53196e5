package tapwright.agent.print.target.ipp;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What keeps a printer from printing, in words.
 *
 * <p>Its keywords (RFC 8011, section 5.4.12; PWG 5100.9, section 5) with the suffixes error,
 * warning and report, of which the last is for the curious and left out. Keywords with {@code cups}
 * and {@code offline} are CUPS' own.
 */
final class PrinterReasons {

  private static final Pattern SUFFIX = Pattern.compile("-(error|warning)$");

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("media-empty", "out of paper or labels"),
          Map.entry("media-needed", "waits for paper or labels"),
          Map.entry("media-low", "paper or labels run low"),
          Map.entry("media-jam", "something is jammed"),
          Map.entry("toner-empty", "out of toner"),
          Map.entry("toner-low", "toner runs low"),
          Map.entry("marker-supply-empty", "out of ink or ribbon"),
          Map.entry("marker-supply-low", "ink or ribbon runs low"),
          Map.entry("cover-open", "its cover is open"),
          Map.entry("door-open", "its door is open"),
          Map.entry("interlock-open", "its cover is open"),
          Map.entry("input-tray-missing", "its tray is missing"),
          Map.entry("output-area-full", "its output tray is full"),
          Map.entry("paused", "paused"),
          Map.entry("moving-to-paused", "being paused"),
          Map.entry("shutdown", "switched off"),
          Map.entry("offline", "offline"),
          Map.entry("connecting-to-device", "the queue looks for its printer"),
          Map.entry("timed-out", "its printer does not answer"),
          Map.entry("spool-area-full", "the print service has no room left"),
          Map.entry("deactivated", "switched off for printing"),
          Map.entry("hold-new-jobs", "new jobs are held"),
          Map.entry("stopped-partly", "stopped in part"),
          Map.entry("cups-missing-filter", "the print service lacks a part for this printer"),
          Map.entry("cups-insecure-filter", "the print service refuses a part for this printer"),
          Map.entry("other", "something that it does not name"));

  private PrinterReasons() {}

  /** Each reason once, in the printer's order. */
  static List<String> words(List<String> keywords) {
    return keywords.stream()
        .filter(keyword -> !keyword.equals("none") && !keyword.endsWith("-report"))
        .map(keyword -> SUFFIX.matcher(keyword).replaceFirst(""))
        .map(reason -> WORDS.getOrDefault(reason, reason.replace('-', ' ')))
        .distinct()
        .toList();
  }
}
