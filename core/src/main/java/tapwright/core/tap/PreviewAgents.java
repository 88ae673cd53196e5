package tapwright.core.tap;

import java.util.List;
import java.util.Locale;

/**
 * The words by which agents that draw previews or crawl give themselves away in User-Agent.
 *
 * <p>The list is the resource {@code preview-agents.txt} beside this class: one word a line in
 * lower case, after ^ where the agent must begin with it; comments after #.
 */
public final class PreviewAgents {

  /** Where the maintained list lies, beside this class. */
  public static final String RESOURCE = "preview-agents.txt";

  private final WordSearch words;
  private final int size;

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
    return words.isIn(agent);
  }

  /** How many words the list has. */
  public int size() {
    return size;
  }
}
