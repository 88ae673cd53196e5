package tapwright.core.tag;

import tapwright.core.Bytes;

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
    Bytes container = image.page(CapabilityContainer.PAGE);
    if (!CapabilityContainer.isContainer(container)) {
      return new Nothing();
    }
    return switch (TlvWalk.over(image, new CapabilityContainer(container).sizeBytes())) {
      case TlvReading.Found(NdefSlot slot, Bytes message) ->
          NdefShape.isMessage(message) ? new Shows(message) : new Nothing();
      case TlvReading.Absent absent -> new Nothing();
      case TlvReading.Malformed malformed -> new Nothing();
      case TlvReading.Unread unread -> new Unclear();
    };
  }
}
