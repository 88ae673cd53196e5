package tapwright.server.main.bench.taps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeProfileTest {

  private static final TimeProfile.Frame STEP =
      new TimeProfile.Frame("org.sqlite.core.NativeDB", "step");
  private static final TimeProfile.Frame UPDATE =
      new TimeProfile.Frame("tapwright.server.store.sql.Sql", "update");
  private static final TimeProfile.Frame ADD =
      new TimeProfile.Frame("tapwright.server.store.hit.SqlHits", "add");

  @Test
  void lines_giveTheNearestMethodOfOurs_andTheInnermostOfAll() {
    TimeProfile profile = new TimeProfile();
    profile.add(List.of(STEP, UPDATE, ADD));
    profile.add(List.of(STEP, UPDATE, ADD));
    profile.add(List.of(ADD));
    profile.add(List.of(STEP));
    profile.add(List.of());

    assertEquals(
        List.of(
            "  in our methods, with what they call of others (share of 4 samples)",
            "    50.0 %  Sql.update",
            "    25.0 %  SqlHits.add",
            "  in the methods themselves",
            "    75.0 %  NativeDB.step",
            "    25.0 %  SqlHits.add"),
        profile.lines());
  }
}
