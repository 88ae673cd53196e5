package tapwright.agent.encode;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tapwright.core.Bytes;
import tapwright.core.ndef.SignedPlace;
import tapwright.core.tag.Uid;

/** A message as a signing chip shows it, beside the message that it stores. */
public final class SignedText {

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

  /** The same where the wanted message is not known: wherever a parameter is such a signature. */
  public static Bytes asStored(Bytes shown) {
    String characters = new String(shown.toArray(), StandardCharsets.ISO_8859_1);
    for (SignedPlace place : SignedPlace.values()) {
      Matcher filled = pattern(place).matcher(characters);
      if (filled.find() && isParameter(characters, filled.start())) {
        return shown.with(filled.start(), Bytes.ofUtf8(place.text()));
      }
    }
    return shown;
  }

  private static boolean isParameter(String characters, int at) {
    return at > 0 && "?&".indexOf(characters.charAt(at - 1)) >= 0;
  }

  private static Pattern pattern(SignedPlace place) {
    return switch (place) {
      case ENCIPHERED -> ENCIPHERED;
      case PLAIN -> PLAIN;
    };
  }

  private static boolean fills(String text, SignedPlace place, Uid uid) {
    return switch (place) {
      case ENCIPHERED -> ENCIPHERED.matcher(text).matches();
      case PLAIN -> PLAIN.matcher(text).matches() && text.startsWith("m=" + uid + "x");
    };
  }
}
