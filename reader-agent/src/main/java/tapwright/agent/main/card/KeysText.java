package tapwright.agent.main.card;

import java.util.List;
import java.util.regex.Pattern;
import tapwright.agent.main.console.CommandRefusal;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaKeys;

/** The text form of the five keys of an NTAG 424 DNA: a line of 32 hexadecimal digits each. */
final class KeysText {

  private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{32}");

  private KeysText() {}

  /**
   * The keys in a file's text; the refusal shows nothing of them.
   *
   * @param field what the file is called on the command line
   */
  static Checked<DnaKeys> read(String field, String text) {
    List<String> lines = text.strip().lines().map(String::strip).toList();
    if (lines.size() != DnaKeys.COUNT) {
      return refused(field, lines.size() + " lines");
    }
    for (int number = 0; number < DnaKeys.COUNT; number++) {
      String line = lines.get(number);
      if (!FORM.matcher(line).matches()) {
        return refused(field, "%d characters in line %d".formatted(line.length(), number + 1));
      }
    }
    return Checked.passed(
        new DnaKeys(lines.stream().map(line -> new AesKey(Bytes.ofHex(line))).toList()));
  }

  private static Checked<DnaKeys> refused(String field, String seen) {
    return Checked.refused(CommandRefusal.KEYS_FILE.with("field", field, "seen", seen));
  }
}
