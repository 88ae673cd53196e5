package tapwright.agent.print.target.ipp;

import tapwright.core.Bytes;

/** One value of an attribute (RFC 8010, section 3.9). */
public sealed interface IppValue {

  /** The tag before it in a message. */
  int tag();

  /** Its bytes in a message. */
  Bytes encoded();

  /** A number: {@code integer} and {@code enum}. */
  record Whole(int tag, int value) implements IppValue {

    @Override
    public Bytes encoded() {
      return Bytes.of(value >>> 24 & 0xFF, value >>> 16 & 0xFF, value >>> 8 & 0xFF, value & 0xFF);
    }
  }

  /** {@code boolean}. */
  record Flag(boolean value) implements IppValue {

    @Override
    public int tag() {
      return IppTag.BOOLEAN;
    }

    @Override
    public Bytes encoded() {
      return Bytes.of(value ? 1 : 0);
    }
  }

  /** Characters of any kind: names, keywords, addresses. */
  record Text(int tag, String value) implements IppValue {

    @Override
    public Bytes encoded() {
      return Bytes.ofUtf8(value);
    }
  }

  /** A value that nothing here asks for, or the word that there is none. */
  record Other(int tag, Bytes encoded) implements IppValue {}

  /** The value behind a tag, as a reply has it. */
  static IppValue of(int tag, Bytes encoded) {
    boolean number = tag == IppTag.INTEGER || tag == IppTag.ENUM;
    if (number && encoded.size() == Integer.BYTES) {
      return new Whole(
          tag, encoded.at(0) << 24 | encoded.at(1) << 16 | encoded.at(2) << 8 | encoded.at(3));
    }
    if (tag == IppTag.BOOLEAN && encoded.size() == 1) {
      return new Flag(encoded.at(0) != 0);
    }
    return IppTag.isCharacters(tag) ? new Text(tag, encoded.toUtf8()) : new Other(tag, encoded);
  }
}
