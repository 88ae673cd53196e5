package tapwright.agent.station.server;

import java.util.regex.Pattern;
import tapwright.agent.station.StationRefusal;
import tapwright.core.Checked;

/**
 * What a station shows to its server to be let in; it never shows in any text of ours.
 *
 * @param value as it goes into the request's head
 */
public record StationToken(String value) {

  private static final Pattern FORM = Pattern.compile("[!-~]{16,512}");

  public StationToken {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a token has 16 to 512 printable characters, this one " + value.length());
    }
  }

  /** The token in a file's text; {@code field} names the file in the refusal. */
  public static Checked<StationToken> of(String field, String text) {
    String value = text.strip();
    return FORM.matcher(value).matches()
        ? Checked.passed(new StationToken(value))
        : Checked.refused(
            StationRefusal.TOKEN_FILE.with(
                "field",
                field,
                "seen",
                value.lines().count() + " lines of " + value.length() + " characters"));
  }

  @Override
  public String toString() {
    return "a station token";
  }
}
