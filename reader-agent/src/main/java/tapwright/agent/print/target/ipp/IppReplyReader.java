package tapwright.agent.print.target.ipp;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;

/**
 * Reads a reply: the layout of {@link IppRequest}, with a status where the operation stood.
 *
 * <p>Comes from outside, so that anything may stand in it: what is no reply reads as none.
 */
final class IppReplyReader {

  private final ByteBuffer bytes;
  private final List<IppGroup> groups = new ArrayList<>();
  private final List<IppAttribute> attributes = new ArrayList<>();
  private final List<IppValue> values = new ArrayList<>();
  private int group = -1;
  private String name = "";

  private IppReplyReader(Bytes reply) {
    this.bytes = ByteBuffer.wrap(reply.toArray());
  }

  /** The reply in the bytes, or nothing where they are none. */
  static Optional<IppReply> read(Bytes reply) {
    try {
      return new IppReplyReader(reply).read();
    } catch (BufferUnderflowException cutOff) {
      return Optional.empty();
    }
  }

  /** Version and number of the reply say nothing: any version has this layout. */
  private Optional<IppReply> read() {
    bytes.getShort();
    IppStatus status = new IppStatus(Short.toUnsignedInt(bytes.getShort()));
    bytes.getInt();
    int tag = Byte.toUnsignedInt(bytes.get());
    while (tag != IppTag.END_OF_ATTRIBUTES) {
      if (IppTag.isGroup(tag)) {
        endGroup();
        group = tag;
      } else if (!readValue(tag)) {
        return Optional.empty();
      }
      tag = Byte.toUnsignedInt(bytes.get());
    }
    endGroup();
    return Optional.of(new IppReply(status, groups));
  }

  /** Whether it has a place: in a group, and behind a name. */
  private boolean readValue(int tag) {
    String named = counted().toUtf8();
    IppValue value = IppValue.of(tag, counted());
    if (!named.isEmpty()) {
      endAttribute();
      name = named;
    }
    values.add(value);
    return group >= 0 && !name.isEmpty();
  }

  private Bytes counted() {
    int size = Short.toUnsignedInt(bytes.getShort());
    if (size > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] read = new byte[size];
    bytes.get(read);
    return Bytes.copyOf(read);
  }

  private void endAttribute() {
    if (!values.isEmpty()) {
      attributes.add(new IppAttribute(name, values));
    }
    values.clear();
    name = "";
  }

  private void endGroup() {
    endAttribute();
    if (group >= 0) {
      groups.add(new IppGroup(group, attributes));
    }
    attributes.clear();
  }
}
