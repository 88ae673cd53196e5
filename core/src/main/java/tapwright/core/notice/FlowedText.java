package tapwright.core.notice;

/**
 * Plain text in lines that fit a narrow window, which a mail program may join again to the width of
 * its own (RFC 3676, "format=flowed").
 */
final class FlowedText {

  /** Up to which lines are best (RFC 3676 section 4.2), not counting the blank at their ends. */
  private static final int WIDTH = 72;

  private FlowedText() {}

  /** The lines of one paragraph; a word that is longer than a line is one. */
  static String of(String paragraph) {
    StringBuilder lines = new StringBuilder();
    String line = "";
    for (String word : paragraph.strip().split(" +", -1)) {
      if (!line.isEmpty() && width(line) + 1 + width(word) > WIDTH) {
        lines.append(stuffed(line)).append(" \n");
        line = word;
      } else {
        line = line.isEmpty() ? word : line + " " + word;
      }
    }
    return lines.append(stuffed(line)).toString();
  }

  /** What would be taken for a quotation, or for the start of a mail in a file of many. */
  private static String stuffed(String line) {
    return line.startsWith(">") || line.startsWith("From ") ? " " + line : line;
  }

  /** Marks over and under letters take no place of their own. */
  private static long width(String text) {
    return text.codePoints().filter(FlowedText::takesPlace).count();
  }

  private static boolean takesPlace(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> false;
      default -> true;
    };
  }
}
