package tapwright.core.tag.inspect;

import java.util.Optional;
import tapwright.core.Refusal;

/** What a tag shows beside what it should show. */
public sealed interface Match {

  /** There was nothing to compare with. */
  record NotCompared() implements Match {}

  /** Byte for byte the same; the text of a mirror stands for its placeholder. */
  record Equal() implements Match {}

  /**
   * Not the same.
   *
   * @param index of the first byte of the message that differs; 0 where the tag shows none
   */
  record DiffersAt(int index) implements Match {}

  /**
   * The bytes are the same, but the chip does not fill them in at each read as was ordered.
   *
   * @param why what it is that does not
   */
  record FixedText(Refusal why) implements Match {}

  /** Nothing was ordered; it is what was written down when the card was made. */
  record AsWritten() implements Match {}

  /** Nothing was ordered; it is not what was written down when the card was made. */
  record NotAsWritten() implements Match {}

  /** Whether it is as it should be; empty where nothing was compared. */
  default Optional<Boolean> isEqual() {
    return switch (this) {
      case NotCompared none -> Optional.empty();
      case Equal equal -> Optional.of(true);
      case AsWritten equal -> Optional.of(true);
      case DiffersAt differs -> Optional.of(false);
      case FixedText fixed -> Optional.of(false);
      case NotAsWritten differs -> Optional.of(false);
    };
  }
}
