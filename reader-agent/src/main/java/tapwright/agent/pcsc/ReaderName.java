package tapwright.agent.pcsc;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reader's name, whose index says at which place it was plugged in last.
 *
 * <pre>
 * pcsclite  ACS ACR122U PICC Interface 00 00   reader and slot, two hexadecimal digits each
 * Windows   ACS ACR122 0                       one decimal number
 * macOS     ACS ACR122U                        none, or " 01" for another of the same
 * </pre>
 */
record ReaderName(String text) {

  private static final Pattern READER_AND_SLOT = Pattern.compile("(.*) [0-9A-F]{2}( [0-9A-F]{2})");

  private static final Pattern NUMBER = Pattern.compile("(.*) \\d{1,2}()");

  /** The one of the names that only differs from this one in its index, where there is just one. */
  Optional<String> anotherIndexIn(List<String> names) {
    List<String> alike =
        names.stream()
            .filter(name -> new ReaderName(name).withoutIndex().equals(withoutIndex()))
            .toList();
    return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
  }

  private String withoutIndex() {
    for (Pattern form : List.of(READER_AND_SLOT, NUMBER)) {
      Matcher matcher = form.matcher(text);
      if (matcher.matches()) {
        return matcher.group(1) + matcher.group(2);
      }
    }
    return text;
  }
}
