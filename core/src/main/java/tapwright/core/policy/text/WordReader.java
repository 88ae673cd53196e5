package tapwright.core.policy.text;

import java.util.List;
import tapwright.core.policy.Word;
import tapwright.core.yaml.YamlNode;

/** Reads values of closed lists. */
public final class WordReader {

  private WordReader() {}

  public static <W extends Word> W word(YamlNode node, List<W> allowed) {
    return node.oneOf(allowed, Word::word);
  }

  public static <W extends Word> List<W> words(YamlNode node, List<W> allowed) {
    return node.listOrOne().stream().map(item -> word(item, allowed)).toList();
  }

  /** At least one value of the list. */
  public static <W extends Word> List<W> someWords(YamlNode node, List<W> allowed) {
    List<W> words = words(node, allowed);
    if (words.isEmpty()) {
      throw node.wrong("at least one of " + Word.list(allowed));
    }
    return words;
  }
}
