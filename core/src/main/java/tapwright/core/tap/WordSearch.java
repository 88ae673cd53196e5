package tapwright.core.tap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * Whether a text contains one of many words, read once from its beginning to its end whatever it
 * holds (Aho and Corasick, Communications of the ACM 18(6), 1975).
 *
 * <p>Words and text are compared without the case of ASCII letters.
 */
final class WordSearch {

  /** Before a word that must stand at the text's beginning. */
  private static final char AT_START = '^';

  /** Beyond this, characters stand in no word. */
  private static final int CHARACTERS = 128;

  /** The place in a row of letters for all that stand in no word. */
  private static final int OTHER = 0;

  /** Where a text may be without having begun a word. */
  private static final int ANYWHERE = 0;

  /** Where a text is before its first character. */
  private static final int START = 1;

  private static final int NONE = -1;

  /** In place of a row: a word ended. */
  private static final int FOUND = -1;

  /** The place of each character in a row. */
  private final byte[] letters = new byte[CHARACTERS];

  private final int rowLength;

  /** Where the row of the place begins that each letter leads to, row by row; or a word's end. */
  private final int[] next;

  WordSearch(List<String> words) {
    this.rowLength = 1 + number(words);
    Tree tree = new Tree(rowLength);
    words.forEach(word -> tree.plant(word, this::letter));
    this.next = tree.walkable();
  }

  boolean isIn(String text) {
    int row = START * rowLength;
    for (int i = 0; i < text.length() && row != FOUND; i++) {
      row = next[row + letter(text.charAt(i))];
    }
    return row == FOUND;
  }

  private int letter(char c) {
    return c < CHARACTERS ? letters[c] : OTHER;
  }

  /** Gives each letter of the words a number from 1 on, and says how many there are. */
  private int number(List<String> words) {
    byte count = 0;
    for (char c : String.join("", words).toCharArray()) {
      if (c >= CHARACTERS) {
        throw new IllegalArgumentException("letter is " + c + ", allowed are ASCII characters");
      }
      if (letters[c] == OTHER) {
        letters[c] = ++count;
        letters[Character.toUpperCase(c)] = letters[c];
      }
    }
    return count;
  }

  private interface Letters {
    int of(char c);
  }

  /** The words as a tree of letters with two roots, then as the table that is walked. */
  private static final class Tree {

    private final int rowLength;
    private final List<int[]> rows = new ArrayList<>();
    private final List<Boolean> ends = new ArrayList<>();

    Tree(int rowLength) {
      this.rowLength = rowLength;
      add();
      add();
    }

    private int add() {
      int[] row = new int[rowLength];
      Arrays.fill(row, NONE);
      rows.add(row);
      ends.add(false);
      return rows.size() - 1;
    }

    void plant(String word, Letters letters) {
      boolean anchored = word.charAt(0) == AT_START;
      int at = anchored ? START : ANYWHERE;
      for (int i = anchored ? 1 : 0; i < word.length(); i++) {
        int[] row = rows.get(at);
        int letter = letters.of(word.charAt(i));
        if (row[letter] == NONE) {
          row[letter] = add();
        }
        at = row[letter];
      }
      ends.set(at, true);
    }

    /**
     * Fills in where a letter leads that continues no word: to where the longest end of what was
     * read that begins a word would lead. Shorter beginnings come first, since it rests on theirs.
     */
    int[] walkable() {
      int[] shorter = new int[rows.size()];
      Queue<Integer> open = new ArrayDeque<>(List.of(ANYWHERE, START));
      while (!open.isEmpty()) {
        int at = open.remove();
        ends.set(at, ends.get(at) || ends.get(shorter[at]));
        for (int letter = 0; letter < rowLength; letter++) {
          int fallback = at == ANYWHERE ? ANYWHERE : rows.get(shorter[at])[letter];
          int[] row = rows.get(at);
          if (row[letter] == NONE) {
            row[letter] = fallback;
          } else {
            shorter[row[letter]] = fallback;
            open.add(row[letter]);
          }
        }
      }
      return rows.stream()
          .flatMapToInt(Arrays::stream)
          .map(place -> ends.get(place) ? FOUND : place * rowLength)
          .toArray();
    }
  }
}
