package tapwright.agent.main.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tapwright.agent.station.ReaderDoing;
import tapwright.agent.station.StationNews;

/**
 * The lines at the foot of a terminal: how far the cards are, then a line for each reader. None is
 * wider than the terminal, which would break it and leave a part of it behind.
 */
public final class StatusBlock {

  private static final String JOINT = ", ";

  private static final String GAP = "  ";

  /** The end of a reader's name, by which PC/SC tells like ones apart, as {@code …00 01}. */
  private static final int LEAST_NAME = 6;

  /** Shorter than this no card is known by what it is called, as {@code line 2…}. */
  private static final int LEAST_LABEL = 7;

  /** To the first column, and from there everything below is cleared (ECMA-48, ED). */
  private static final String CLEAR_BELOW = "\r\u001B[J";

  private final int width;

  /**
   * @param width columns of the terminal, of which the last stays free
   */
  public StatusBlock(int width) {
    this.width = Math.max(1, width - 1);
  }

  /** What takes so many lines off the terminal, of which the cursor is in the last. */
  public static String clearing(int linesShown) {
    String up = linesShown > 1 ? "\u001B[" + (linesShown - 1) + "A" : "";
    return linesShown > 0 ? up + CLEAR_BELOW : "";
  }

  public List<String> lines(List<String> parts, Map<String, StationNews.AtReader> readers) {
    List<String> lines = new ArrayList<>(wrapped(parts));
    readers.forEach((reader, now) -> lines.add(line(reader, doing(reader, now))));
    return lines;
  }

  private List<String> wrapped(List<String> parts) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : parts) {
      if (!line.isEmpty() && line.length() + JOINT.length() + part.length() > width) {
        lines.add(cut(line.toString()));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : JOINT).append(part);
    }
    lines.add(cut(line.toString()));
    return lines;
  }

  /** What is to be done is said whole; the card's name has the room that is left. */
  private String doing(String reader, StationNews.AtReader now) {
    int taken = Math.min(reader.length(), LEAST_NAME) + GAP.length();
    int room = width - taken - inWords(now.doing(), " ").length() + 1;
    return inWords(now.doing(), shortened(now.label(), room));
  }

  private static String shortened(String label, int room) {
    if (label.length() <= room) {
      return label;
    }
    return room < LEAST_LABEL ? "" : label.substring(0, room - 1) + "…";
  }

  /** What is to be done counts more than a long name, whose end tells like readers apart. */
  private String line(String reader, String doing) {
    int room = width - doing.length() - GAP.length();
    String name =
        reader.length() <= room
            ? reader
            : "…" + reader.substring(reader.length() - Math.max(0, room - 1));
    return cut(name + GAP + doing);
  }

  private String cut(String text) {
    return text.length() <= width ? text : text.substring(0, width);
  }

  /** The state and whose card lies there, so that cards of two readers are not mixed up. */
  private static String inWords(ReaderDoing doing, String label) {
    String whose = label.isEmpty() ? "" : ": " + label;
    return switch (doing) {
      case WAITING -> "lay a card there";
      case WRITING -> "writing" + whose + ", leave it there";
      case DONE -> "done" + whose + ", take it away";
      case REFUSED -> "refused, take another";
      case IDLE -> "nothing to make, take it away";
      case FAILING -> "fails, is looked for again";
    };
  }
}
