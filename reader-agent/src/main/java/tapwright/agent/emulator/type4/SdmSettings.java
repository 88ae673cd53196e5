package tapwright.agent.emulator.type4;

import java.util.Optional;
import tapwright.core.Bytes;

/**
 * How the chip signs a file's message: options, rights and numbers as ChangeFileSettings brought them.
 *
 * @param encoded as in ChangeFileSettings and GetFileSettings
 */
record SdmSettings(Bytes encoded) {

  static final int UID = 0x80;
  static final int COUNTER = 0x40;
  static final int LIMIT = 0x20;
  static final int ENCIPHERED = 0x10;

  /** An offset that stands for no place at all (section 9.3.3). */
  private static final int NOWHERE = 0xFFFFFF;

  private static final int HEAD = 3;
  private static final int NUMBER = 3;

  /** Whether the bytes are as many as their options ask for, and the rights are rights. */
  boolean isWhole() {
    return encoded.size() >= HEAD
        && FileRights.isRight(metaRead())
        && FileRights.isRight(fileRead())
        && fileRead() != FileRights.FREE
        && encoded.size() == HEAD + NUMBER * fieldsBefore(SdmField.values().length);
  }

  boolean has(int option) {
    return (encoded.at(0) & option) != 0;
  }

  int counterRight() {
    return encoded.at(1) & 0xF;
  }

  int metaRead() {
    return encoded.at(2) >> 4;
  }

  int fileRead() {
    return encoded.at(2) & 0xF;
  }

  /** The number of that name, if there is one. */
  Optional<Integer> number(SdmField field) {
    if (!field.isIn(this)) {
      return Optional.empty();
    }
    int at = HEAD + NUMBER * fieldsBefore(field.ordinal());
    int number = encoded.at(at) | (encoded.at(at + 1) << 8) | (encoded.at(at + 2) << 16);
    return number == NOWHERE ? Optional.empty() : Optional.of(number);
  }

  private int fieldsBefore(int ordinal) {
    int fields = 0;
    for (SdmField field : SdmField.values()) {
      fields += field.ordinal() < ordinal && field.isIn(this) ? 1 : 0;
    }
    return fields;
  }
}
