package tapwright.agent.main.card;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tapwright.agent.main.console.CommandRefusal;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.TagPassword;

/** The text form of a tag's password: 8 hexadecimal digits of PWD, and 4 of PACK or none. */
final class PasswordText {

  private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f]{8})[ :]?([0-9A-Fa-f]{4})?");

  /** PACK where none is given, as from the factory (NTAG213/215/216 data sheet, section 8.5.7). */
  private static final String FACTORY_PACK = "0000";

  /** PWD from the factory, which is as good as none. */
  private static final Bytes FACTORY_PWD = Bytes.ofHex("FFFFFFFF");

  private PasswordText() {}

  /**
   * The password in a file's text, which has one line; the refusal shows nothing of it.
   *
   * @param field what the file is called on the command line
   */
  static Checked<TagPassword> read(String field, String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return refused(field, seen(text));
    }
    String pack = Optional.ofNullable(form.group(2)).orElse(FACTORY_PACK);
    TagPassword password = new TagPassword(Bytes.ofHex(form.group(1)), Bytes.ofHex(pack));
    return password.password().equals(FACTORY_PWD)
        ? refused(field, "the password that every chip has from the factory")
        : Checked.passed(password);
  }

  private static Checked<TagPassword> refused(String field, String seen) {
    return Checked.refused(CommandRefusal.PASSWORD_FILE.with("field", field, "seen", seen));
  }

  private static String seen(String text) {
    long lines = text.strip().lines().count();
    return lines == 1 ? "a line of " + text.strip().length() + " characters" : lines + " lines";
  }
}
