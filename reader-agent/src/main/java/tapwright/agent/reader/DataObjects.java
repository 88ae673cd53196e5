package tapwright.agent.reader;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tapwright.core.Bytes;

/**
 * Data objects with one-byte tags, each with a length of up to three bytes (ISO/IEC 8825-1 section
 * 8.1.3); reading stops where the bytes make no sense.
 */
record DataObjects(Map<Integer, Bytes> byTag) {

  private static final int ONE_LENGTH_BYTE_FOLLOWS = 0x81;
  private static final int TWO_LENGTH_BYTES_FOLLOW = 0x82;

  DataObjects {
    byTag = Map.copyOf(byTag);
  }

  static DataObjects in(Bytes bytes) {
    Map<Integer, Bytes> found = new LinkedHashMap<>();
    int at = 0;
    while (at + 2 <= bytes.size()) {
      int value = at + 1 + lengthBytes(bytes.at(at + 1));
      int end = value <= bytes.size() ? value + length(bytes.slice(at + 1, value)) : value;
      if (end > bytes.size()) {
        break;
      }
      found.putIfAbsent(bytes.at(at), bytes.slice(value, end));
      at = end;
    }
    return new DataObjects(found);
  }

  Optional<Bytes> find(int tag) {
    return Optional.ofNullable(byTag.get(tag));
  }

  private static int lengthBytes(int first) {
    return switch (first) {
      case ONE_LENGTH_BYTE_FOLLOWS -> 2;
      case TWO_LENGTH_BYTES_FOLLOW -> 3;
      default -> 1;
    };
  }

  private static int length(Bytes encoded) {
    return switch (encoded.size()) {
      case 1 -> encoded.at(0);
      case 2 -> encoded.at(1);
      default -> encoded.at(1) << 8 | encoded.at(2);
    };
  }
}
