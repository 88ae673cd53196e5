package tapwright.core.tag.inspect;

import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.TlvReading;
import tapwright.core.tag.memory.NdefShape;
import tapwright.core.tag.memory.NdefSlot;

/** What a tag shows to whoever reads it, as one look found it. */
public sealed interface Showing {

  /**
   * A message that a phone takes.
   *
   * @param bytes as read, the text of a mirror included
   */
  record Message(Bytes bytes) implements Showing {}

  /**
   * No message: its length is zero.
   *
   * @param leftover whether there are data behind the length, as after a write that was torn
   */
  record Empty(boolean leftover) implements Showing {}

  /** Bytes that are no message. */
  record Broken(Refusal why) implements Showing {}

  /** Nothing, since it could not be read. */
  record Hidden(Refusal why) implements Showing {}

  /** What a Type 2 tag shows whose data area was read. */
  static Showing in(TagSnapshot tag) {
    return switch (tag.reading()) {
      case Checked.Refused<TlvReading>(Refusal why) -> new Broken(why);
      case Checked.Passed<TlvReading>(TlvReading reading) -> in(reading, tag);
    };
  }

  private static Showing in(TlvReading reading, TagSnapshot tag) {
    return switch (reading) {
      case TlvReading.Found(NdefSlot slot, Bytes message) when message.isEmpty() ->
          new Empty(!tag.looksUntouched());
      case TlvReading.Found(NdefSlot slot, Bytes message) -> of(message);
      case TlvReading.Absent absent -> new Broken(TagRefusal.NO_MESSAGE.with());
      case TlvReading.Malformed(NdefSlot slot, Refusal why) -> new Broken(why);
      case TlvReading.Unread unread ->
          throw new IllegalArgumentException(unread + " of the data area were not read");
    };
  }

  /** What somebody sees who reads these bytes as a message, strictly or not. */
  static Showing of(Bytes message) {
    return switch (NdefMessage.decode(message)) {
      case Checked.Passed<NdefMessage> strict -> new Message(message);
      case Checked.Refused<NdefMessage>(Refusal why) ->
          NdefShape.isMessage(message) ? new Message(message) : new Broken(why);
    };
  }
}
