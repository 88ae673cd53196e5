package tapwright.server.main.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.cases.CaseFile;
import tapwright.core.policy.cases.GoldenCase;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;

/** The claims that the benchmark decides: a case file for each shipped pack. */
final class BenchClaims {

  private static final String FOLDER = "/tapwright/server/bench/";

  private BenchClaims() {}

  /**
   * A claim, ready to be decided.
   *
   * @param pack under which pack
   * @param calendar by which days are counted
   * @param golden the claim with its facts
   */
  record Ready(Pack pack, Calendar calendar, GoldenCase golden) {}

  /** The claims of all packs in turn, so that no pack is decided twice in a row. */
  static List<Ready> read(Packs packs) {
    List<List<Ready>> byPack = packs.all().stream().map(BenchClaims::of).toList();
    List<Ready> inTurn = new ArrayList<>();
    int most = byPack.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < most; i++) {
      for (List<Ready> claims : byPack) {
        inTurn.add(claims.get(i % claims.size()));
      }
    }
    return List.copyOf(inTurn);
  }

  private static List<Ready> of(Pack pack) {
    String name = pack.id() + ".yaml";
    CaseFile file = CaseFile.parse(name, text(FOLDER + name)).orThrow();
    Calendar calendar = file.calendarFor(pack);
    return file.cases().stream()
        .map(entry -> new Ready(pack, calendar, entry.parsed().orThrow()))
        .toList();
  }

  private static String text(String resource) {
    try (InputStream stream = BenchClaims.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + resource + " is not in the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + resource + " cannot be read", e);
    }
  }
}
