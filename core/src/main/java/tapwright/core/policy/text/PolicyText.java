package tapwright.core.policy.text;

import tapwright.core.policy.PolicyRefusal;
import tapwright.core.yaml.YamlNode;
import tapwright.core.yaml.YamlText;

/**
 * A text of the format of packs, cases or settings, with the file in which it stands.
 *
 * @param file the file's name, for messages
 * @param text what it says
 */
public record PolicyText(String file, String text) {

  /** The text's outermost node. */
  public YamlNode root() {
    return new YamlText(file, text, PolicyRefusal::of).root();
  }

  /** File, line and column of what stands under a key of the document. */
  public String placeOf(String key) {
    return root().names().required(key).place();
  }
}
