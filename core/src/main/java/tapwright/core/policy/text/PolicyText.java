package tapwright.core.policy.text;

/**
 * A text of the format of packs, cases or settings, with the file in which it stands.
 *
 * @param file the file's name, for messages
 * @param text what it says
 */
public record PolicyText(String file, String text) {

  /** File, line and column of what stands under a key of the document. */
  public String placeOf(String key) {
    return YamlNode.parse(file, text).names().required(key).place();
  }
}
