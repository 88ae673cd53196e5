package tapwright.core.tap;

import java.util.List;
import java.util.Locale;

/**
 * The words by which agents that draw previews or crawl give themselves away in User-Agent.
 *
 * <p>The list is the resource {@code preview-agents.txt} beside this class: one word a line in
 * lower case, comments after #.
 */
public final class PreviewAgents {

  /** Where the maintained list lies, beside this class. */
  public static final String RESOURCE = "preview-agents.txt";

  private final List<String> words;

  private PreviewAgents(List<String> words) {
    this.words = List.copyOf(words);
  }

  /** The list that the text of the resource spells. */
  public static PreviewAgents parse(String text) {
    return new PreviewAgents(
        text.lines()
            .map(line -> line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  /** Whether the agent is a previewer or crawler that the list knows. */
  public boolean match(String agent) {
    String lower = agent.toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** How many words the list has. */
  public int size() {
    return words.size();
  }
}
