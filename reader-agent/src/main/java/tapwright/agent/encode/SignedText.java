package tapwright.agent.encode;

import java.util.regex.Pattern;
import tapwright.core.Bytes;
import tapwright.core.ndef.SignedPlace;
import tapwright.core.tag.Uid;

/** A message as a signing chip shows it, beside the message that it stores. */
final class SignedText {

  private static final Pattern ENCIPHERED = Pattern.compile("e=[0-9A-F]{32}&c=[0-9A-F]{16}");
  private static final Pattern PLAIN = Pattern.compile("m=[0-9A-F]{14}x[0-9A-F]{6}&c=[0-9A-F]{16}");

  private SignedText() {}

  /**
   * What the chip stores, when it shows the digits of a signature where {@code wanted} has a place
   * for one, and its own UID where they tell one; what it shows otherwise.
   */
  static Bytes asStored(Bytes shown, Bytes wanted, Uid uid) {
    for (SignedPlace place : SignedPlace.values()) {
      int at = place.in(wanted);
      int end = at + place.text().length();
      if (at >= 0 && end <= shown.size() && fills(shown.slice(at, end).toUtf8(), place, uid)) {
        return shown.with(at, Bytes.ofUtf8(place.text()));
      }
    }
    return shown;
  }

  private static boolean fills(String text, SignedPlace place, Uid uid) {
    return switch (place) {
      case ENCIPHERED -> ENCIPHERED.matcher(text).matches();
      case PLAIN -> PLAIN.matcher(text).matches() && text.startsWith("m=" + uid + "x");
    };
  }
}
