package tapwright.core.tap;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words by which agents that draw previews or crawl give themselves away in User-Agent.
 *
 * <p>The list is the resource {@code preview-agents.txt} beside this class: one word a line in
 * lower case, comments after #.
 */
public final class PreviewAgents {

  /** Where the maintained list lies, beside this class. */
  public static final String RESOURCE = "preview-agents.txt";

  /** Beyond this, characters stand in no word. */
  private static final int CHARACTERS = 128;

  /** The words as a tree of letters, so that an agent is walked once and not once a word. */
  private final Letter root = new Letter();

  private final int size;

  private PreviewAgents(List<String> words) {
    words.forEach(this::plant);
    this.size = words.size();
  }

  /** The list that the text of the resource spells. */
  public static PreviewAgents parse(String text) {
    return new PreviewAgents(
        text.lines()
            .map(line -> line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  private void plant(String word) {
    Letter at = root;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= CHARACTERS) {
        throw new IllegalArgumentException("word is " + word + ", allowed are ASCII characters");
      }
      Letter next = at.next[c];
      if (next == null) {
        next = new Letter();
        at.next[c] = next;
      }
      at = next;
    }
    at.endsWord = true;
  }

  /** Whether the agent is a previewer or crawler that the list knows. */
  public boolean match(String agent) {
    for (int i = 0; i < agent.length(); i++) {
      if (wordBegins(agent, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean wordBegins(String agent, int from) {
    Letter at = root;
    for (int i = from; i < agent.length(); i++) {
      char c = Character.toLowerCase(agent.charAt(i));
      Letter next = c < CHARACTERS ? at.next[c] : null;
      if (next == null) {
        return false;
      }
      if (next.endsWord) {
        return true;
      }
      at = next;
    }
    return false;
  }

  /** How many words the list has. */
  public int size() {
    return size;
  }

  /** One letter of words that begin alike. */
  private static final class Letter {
    private final @Nullable Letter[] next = new Letter[CHARACTERS];
    private boolean endsWord;
  }
}
