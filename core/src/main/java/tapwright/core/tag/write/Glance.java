package tapwright.core.tag.write;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.tag.CapabilityContainer;
import tapwright.core.tag.TlvReading;
import tapwright.core.tag.TlvWalk;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.NdefShape;
import tapwright.core.tag.memory.NdefSlot;

/** What a phone makes of a tag's memory as it is at one moment. */
sealed interface Glance {

  /** No message: no container, no TLV, an empty one, or bytes that are no message. */
  record Nothing() implements Glance {}

  /** A message that a phone takes. */
  record Shows(Bytes message) implements Glance {}

  /** It hangs on bytes that have not been read. */
  record Unclear() implements Glance {}

  static Glance at(MemoryImage image) {
    if (!image.knowsPages(CapabilityContainer.PAGE, CapabilityContainer.PAGE)) {
      return new Unclear();
    }
    if (!CapabilityContainer.isContainer(image.page(CapabilityContainer.PAGE))) {
      return new Nothing();
    }
    return switch (walk(image)) {
      case TlvReading.Found(NdefSlot slot, Bytes message) ->
          NdefShape.isMessage(message) ? new Shows(message) : new Nothing();
      case TlvReading.Absent absent -> new Nothing();
      case TlvReading.Malformed malformed -> new Nothing();
      case TlvReading.Unread unread -> new Unclear();
    };
  }

  /** The place of an NDEF message TLV of length zero, where there is one. */
  static Optional<NdefSlot> emptySlot(MemoryImage image) {
    boolean formatted =
        image.knowsPages(CapabilityContainer.PAGE, CapabilityContainer.PAGE)
            && CapabilityContainer.isContainer(image.page(CapabilityContainer.PAGE));
    return formatted
            && walk(image) instanceof TlvReading.Found(NdefSlot slot, Bytes message)
            && message.isEmpty()
        ? Optional.of(slot)
        : Optional.empty();
  }

  private static TlvReading walk(MemoryImage image) {
    Bytes container = image.page(CapabilityContainer.PAGE);
    return TlvWalk.over(image, new CapabilityContainer(container).sizeBytes());
  }
}
