package tapwright.server.app.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;

/** Lives of subscriptions from seeds, against a simple model. */
class SubscriptionHistoriesTest implements NewRecord {

  private static final int LIVES = 25;
  private static final int STEPS = 30;

  @TempDir private Path folder;
  private World world;
  private Plans plans;

  @BeforeEach
  void open() {
    world = new World(newRecord(folder));
    plans = new Plans(world);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everyLife_isAsTheModelSays() {
    assertEquals(List.of(), wrong(false));
  }

  /** A model that is wrong on purpose: were it believed, nothing would be found by the other. */
  @Test
  void aModelThatForgives_isFoundOut() {
    assertTrue(!wrong(true).isEmpty());
  }

  private List<String> wrong(boolean forgiving) {
    List<String> wrong = new ArrayList<>();
    for (long seed = 1; seed <= LIVES; seed++) {
      long each = seed;
      new SubscriptionHistory(world, plans, seed, forgiving)
          .live(STEPS).stream().map(what -> "seed " + each + ": " + what).forEach(wrong::add);
    }
    return wrong;
  }
}
