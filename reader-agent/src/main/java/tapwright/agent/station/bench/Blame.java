package tapwright.agent.station.bench;

import java.util.Set;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.core.Refusal;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.finish.FinishRefusal;
import tapwright.core.tag.type4.Type4Refusal;

/** What has to be another before that which was refused can be done. */
enum Blame {
  /** Nothing of it was ever written, the card is good for another row. */
  CONTENT,
  /** The chip cannot do what the content asks; the card is good for content of another kind. */
  CHIP,
  /** The chip's own commands do not pass through this reader; card and row are good. */
  READER,
  /** The card asks for another secret than the one at hand; the card may be another run's. */
  SECRET,
  /** The card is of the wrong kind, somebody else's, or broken. */
  CARD;

  private static final Set<String> OF_CONTENT =
      Set.of(
          TagRefusal.MESSAGE_TOO_LONG.code(),
          TagRefusal.NO_SAFE_ORDER.code(),
          ProtectionRefusal.MIRROR_PLACE_MISSING.code(),
          ProtectionRefusal.MIRROR_PLACE_TOO_FAR.code());

  private static final Set<String> OF_CHIP =
      Set.of(
          ProtectionRefusal.MIRROR_UNSUPPORTED.code(),
          Type4Refusal.MIRROR_UNSUPPORTED.code(),
          EncodeRefusal.SUN_UNSUPPORTED.code());

  private static final Set<String> OF_READER =
      Set.of(
          ProtectionRefusal.MIRROR_NEEDS_NATIVE.code(),
          EncodeRefusal.PASSWORD_NEEDS_NATIVE.code(),
          FinishRefusal.MODEL_UNCERTAIN.code(),
          TagRefusal.CONTAINER_UNKNOWN.code());

  private static final Set<String> OF_SECRET =
      Set.of(
          EncodeRefusal.PASSWORD_WRONG.code(),
          EncodeRefusal.PACK_WRONG.code(),
          EncodeRefusal.PASSWORD_FOREIGN.code(),
          EncodeRefusal.PASSWORD_UNORDERED.code(),
          EncodeRefusal.PASSWORD_COUNTED.code(),
          ProtectionRefusal.PASSWORD_PROTECTED.code(),
          ProtectionRefusal.READ_PROTECTED.code());

  static Blame of(Refusal refusal) {
    String code = refusal.code().code();
    if (OF_CONTENT.contains(code)) {
      return CONTENT;
    }
    if (OF_CHIP.contains(code)) {
      return CHIP;
    }
    if (OF_READER.contains(code)) {
      return READER;
    }
    return OF_SECRET.contains(code) ? SECRET : CARD;
  }
}
