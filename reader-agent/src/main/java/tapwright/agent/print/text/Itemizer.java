package tapwright.agent.print.text;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into pieces that have one font and one direction each. */
final class Itemizer {

  private final String text;
  private final Bidi directions;
  private final List<FontFace> faces;

  Itemizer(String text, boolean rightToLeft, List<FontFace> faces) {
    this.text = text;
    this.faces = faces;
    this.directions =
        new Bidi(text, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
  }

  /** The pieces in the order of reading. */
  List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (int run = 0; run < directions.getRunCount(); run++) {
      cut(run, items);
    }
    return items;
  }

  private void cut(int run, List<Item> items) {
    int end = directions.getRunLimit(run);
    int start = directions.getRunStart(run);
    while (start < end) {
      FontFace face = faceAt(start, end);
      int next = start;
      while (next < end && belongs(text.codePointAt(next), face)) {
        next += Character.charCount(text.codePointAt(next));
      }
      next = Math.max(next, start + Character.charCount(text.codePointAt(start)));
      items.add(new Item(face, start, next, directions.getRunLevel(run)));
      start = next;
    }
  }

  /** Spaces and signs go with the letters behind them where none stand before. */
  private FontFace faceAt(int start, int end) {
    int letter = start;
    while (letter < end && isCommon(text.codePointAt(letter))) {
      letter += Character.charCount(text.codePointAt(letter));
    }
    return faceOf(text.codePointAt(letter < end ? letter : start));
  }

  private FontFace faceOf(int codePoint) {
    return faces.stream()
        .filter(face -> face.has(codePoint))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(Character.getName(codePoint)));
  }

  /** A script is not torn apart by a space or a mark, where its font has them. */
  private boolean belongs(int codePoint, FontFace face) {
    return isInvisible(codePoint)
        || (face.has(codePoint) && (isCommon(codePoint) || faceOf(codePoint) == face));
  }

  private static boolean isCommon(int codePoint) {
    Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
    return script == Character.UnicodeScript.COMMON || script == Character.UnicodeScript.INHERITED;
  }

  /** Joiners and direction marks have no glyph, and so need no font. */
  static boolean isInvisible(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT;
  }

  /**
   * Characters that are shaped together.
   *
   * @param start the first one
   * @param end behind the last one
   * @param level of nesting of directions; odd ones run from right to left
   */
  record Item(FontFace face, int start, int end, int level) {

    boolean isRightToLeft() {
      return level % 2 == 1;
    }
  }
}
