package tapwright.core.tag;

import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.tag.memory.NdefSlot;

/** What the TLV blocks in a tag's memory say. */
public sealed interface TlvReading {

  /** The first NDEF message TLV; its message may be empty and need not be valid NDEF. */
  record Found(NdefSlot slot, Bytes message) implements TlvReading {}

  /** No NDEF message TLV before the terminator or the end; one may be put at the slot. */
  record Absent(NdefSlot slot) implements TlvReading {}

  /** A block does not add up; a new message may be put at the slot. */
  record Malformed(NdefSlot slot, Refusal refusal) implements TlvReading {}

  /** These pages have to be read first. */
  record Unread(int firstPage, int lastPage) implements TlvReading {}
}
