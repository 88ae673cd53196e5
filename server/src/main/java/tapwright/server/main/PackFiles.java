package tapwright.server.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tapwright.core.policy.HolidayLists;
import tapwright.core.policy.Pack;
import tapwright.core.policy.Packs;
import tapwright.core.policy.Parsed;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.PolicyText;

/** Finds the pack that a person names: one at hand, or one in a file. */
final class PackFiles {

  private PackFiles() {}

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
    try {
      return Packs.parse(new PolicyText(name, Files.readString(path)), lists);
    } catch (IOException e) {
      return new Parsed.Refused<>(
          PolicyRefusal.FILE_UNREADABLE.with("file", name, "problem", String.valueOf(e)));
    }
  }
}
