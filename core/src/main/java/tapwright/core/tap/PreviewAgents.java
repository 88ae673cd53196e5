package tapwright.core.tap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words by which agents that draw previews or crawl give themselves away in User-Agent.
 *
 * <p>The list is the resource {@code preview-agents.txt} beside this class: one word a line in
 * lower case, after ^ where the agent must begin with it; comments after #.
 */
public final class PreviewAgents {

  /** Where the maintained list lies, beside this class. */
  public static final String RESOURCE = "preview-agents.txt";

  /** More than the makes and versions of browsers that a busy hour sees. */
  private static final int REMEMBERED = 1_000;

  /** Longer than browsers' agents; what is longer shall not fill the memory. */
  private static final int REMEMBERED_LENGTH = 256;

  private final WordSearch words;
  private final int size;

  /**
   * What was found of the agents that were asked of last: phones of one make all say the same, and
   * reading it letter by letter was a tenth of the work on a hit before the record has it.
   */
  private final Map<String, Boolean> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  private PreviewAgents(List<String> words) {
    this.words = new WordSearch(words);
    this.size = words.size();
  }

  /** The list that the text of the resource spells. */
  public static PreviewAgents parse(String text) {
    return new PreviewAgents(
        text.lines()
            .map(line -> line.replaceFirst("#.*", "").stripTrailing().toLowerCase(Locale.ROOT))
            .filter(word -> !word.isBlank())
            .toList());
  }

  /** Whether the agent is a previewer or crawler that the list knows. */
  public boolean match(String agent) {
    if (agent.length() > REMEMBERED_LENGTH) {
      return words.isIn(agent);
    }
    synchronized (remembered) {
      return remembered.computeIfAbsent(agent, words::isIn);
    }
  }

  /** How many words the list has. */
  public int size() {
    return size;
  }
}
