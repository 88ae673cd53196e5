package tapwright.server.main.policy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.library.HolidayLists;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.text.Parsed;
import tapwright.core.policy.text.PolicyText;

/** Finds the pack that a person names: one at hand, or one in a file. */
final class PackFiles {

  /** Far above any policy, far below what would keep a start waiting. */
  private static final long MOST_BYTES = 1 << 20;

  private PackFiles() {}

  /** The text of a file of the settings, or why it is none. */
  static Parsed<PolicyText> text(Path file) {
    try {
      long bytes = Files.size(file);
      return bytes > MOST_BYTES
          ? unreadable(file, "it has " + bytes + " bytes; allowed are at most " + MOST_BYTES)
          : new Parsed.Taken<>(new PolicyText(file.toString(), Files.readString(file)));
    } catch (CharacterCodingException e) {
      return unreadable(file, "its bytes are no text in UTF-8");
    } catch (IOException e) {
      return unreadable(file, String.valueOf(e.getMessage()));
    }
  }

  private static Parsed<PolicyText> unreadable(Path file, String problem) {
    return new Parsed.Refused<>(
        PolicyRefusal.FILE_UNREADABLE.with("file", file.toString(), "problem", problem));
  }

  /** The pack by id, by {@code id@version}, or by the path of its file. */
  static Parsed<Pack> named(Packs packs, HolidayLists lists, String name) {
    Optional<Pack> known = packs.find(name);
    if (known.isPresent()) {
      return new Parsed.Taken<>(known.get());
    }
    Path path = Path.of(name);
    if (!Files.exists(path)) {
      return new Parsed.Refused<>(packs.unknown(name));
    }
    return switch (text(path)) {
      case Parsed.Taken<PolicyText> taken -> Packs.parse(taken.value(), lists);
      case Parsed.Refused<PolicyText> refused -> new Parsed.Refused<>(refused.refusal());
    };
  }
}
