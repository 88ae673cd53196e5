package tapwright.server.app.claim;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import tapwright.core.Bytes;

/** What a file is by its bytes, whatever its sender calls it. */
final class MediaTypes {

  /** PNG, ISO/IEC 15948 section 5.2. */
  private static final Bytes PNG = Bytes.ofHex("89504E470D0A1A0A");

  /** JPEG, ISO/IEC 10918-1 annex B: start of image, then a marker. */
  private static final Bytes JPEG = Bytes.ofHex("FFD8FF");

  /** PDF, ISO 32000-1 section 7.5.2: {@code %PDF-}. */
  private static final Bytes PDF = Bytes.ofHex("255044462D");

  private static final int SHOWN_BYTES = 8;

  private MediaTypes() {}

  /** The type; empty where it is none that is taken. */
  static Optional<String> of(Bytes file) {
    if (begins(file, PNG)) {
      return Optional.of("image/png");
    }
    if (begins(file, JPEG)) {
      return Optional.of("image/jpeg");
    }
    if (begins(file, PDF)) {
      return Optional.of("application/pdf");
    }
    return isText(file) ? Optional.of("text/plain; charset=utf-8") : Optional.empty();
  }

  /** How it begins, for whoever wonders what it is. */
  static String start(Bytes file) {
    byte[] start = file.slice(0, Math.min(SHOWN_BYTES, file.size())).toArray();
    return HexFormat.of().withUpperCase().formatHex(start);
  }

  private static boolean begins(Bytes file, Bytes magic) {
    return file.size() >= magic.size() && file.slice(0, magic.size()).equals(magic);
  }

  private static boolean isText(Bytes file) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.toArray()));
      return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
