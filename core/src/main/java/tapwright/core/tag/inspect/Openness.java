package tapwright.core.tag.inspect;

import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.Protection;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.TlvReading;
import tapwright.core.tag.memory.NdefSlot;

/** Who can change what a tag shows. */
public enum Openness {
  /** Whoever holds a phone to it. */
  ANYBODY,
  /** Who knows its password or its keys. */
  SECRET_HOLDER,
  /** Nobody, for ever. */
  NOBODY,
  /** It could not be told. */
  UNKNOWN;

  /**
   * Who can change the message of a Type 2 tag, or put one there, by its lock and configuration
   * pages; where these were not read, the static lock bits alone can tell.
   */
  public static Openness of(TagSnapshot tag) {
    Optional<List<Integer>> pages = pagesOfTheMessage(tag);
    if (pages.isEmpty()) {
      return UNKNOWN;
    }
    Protection protection = Protection.of(tag);
    if (protection.locked().containsAll(pages.get())) {
      return NOBODY;
    }
    if (tag.configuration().isEmpty()) {
      return UNKNOWN;
    }
    return protection.passwordFrom() <= pages.get().getFirst() ? SECRET_HOLDER : ANYBODY;
  }

  private static Optional<List<Integer>> pagesOfTheMessage(TagSnapshot tag) {
    return switch (tag.reading()) {
      case Checked.Passed<TlvReading>(TlvReading.Found(NdefSlot slot, Bytes message)) ->
          Optional.of(slot.pagesOf(message));
      case Checked.Passed<TlvReading>(TlvReading.Absent(NdefSlot slot)) ->
          Optional.of(slot.pagesOf(Bytes.EMPTY));
      case Checked.Passed<TlvReading>(TlvReading.Malformed(NdefSlot slot, Refusal why)) ->
          Optional.of(slot.pagesOf(Bytes.EMPTY));
      case Checked.Passed<TlvReading> unread -> Optional.empty();
      case Checked.Refused<TlvReading> refused -> Optional.empty();
    };
  }
}
