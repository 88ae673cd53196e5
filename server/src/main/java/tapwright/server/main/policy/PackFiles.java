package tapwright.server.main.policy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tapwright.core.Checked;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.library.HolidayLists;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.text.PolicyText;

/** Finds the pack that a person names: one at hand, or one in a file. */
final class PackFiles {

  /** Far above any policy, far below what would keep a start waiting. */
  private static final long MOST_BYTES = 1 << 20;

  private PackFiles() {}

  /** The text of a file of the settings, or why it is none. */
  static Checked<PolicyText> text(Path file) {
    try {
      long bytes = Files.size(file);
      return bytes > MOST_BYTES
          ? unreadable(file, "it has " + bytes + " bytes; allowed are at most " + MOST_BYTES)
          : new Checked.Passed<>(new PolicyText(file.toString(), Files.readString(file)));
    } catch (CharacterCodingException e) {
      return unreadable(file, "its bytes are no text in UTF-8");
    } catch (IOException e) {
      return unreadable(file, String.valueOf(e.getMessage()));
    }
  }

  private static Checked<PolicyText> unreadable(Path file, String problem) {
    return new Checked.Refused<>(
        PolicyRefusal.FILE_UNREADABLE.with("file", file.toString(), "problem", problem));
  }

  /** The pack by id, by {@code id@version}, or by the path of its file. */
  static Checked<Pack> named(Packs packs, HolidayLists lists, String name) {
    Optional<Pack> known = packs.find(name);
    if (known.isPresent()) {
      return new Checked.Passed<>(known.get());
    }
    Path path = Path.of(name);
    if (!Files.exists(path)) {
      return new Checked.Refused<>(packs.unknown(name));
    }
    return switch (text(path)) {
      case Checked.Passed<PolicyText> taken -> Packs.parse(taken.value(), lists);
      case Checked.Refused<PolicyText> refused -> new Checked.Refused<>(refused.refusal());
    };
  }
}
