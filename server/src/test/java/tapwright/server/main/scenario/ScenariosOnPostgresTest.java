package tapwright.server.main.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

/** A part of the stories over all sellers; {@link EveryStoryOnPostgresTest} tells the others. */
@Tag("postgres")
class ScenariosOnPostgresTest extends ScenariosTest implements NewPostgresRecord {

  private static final int ONE_IN = 4;

  static Stream<Path> stories() throws IOException {
    return part(true);
  }

  /** Those of the part, or those beside it. */
  static Stream<Path> part(boolean ofThePart) throws IOException {
    List<Path> all = ScenariosTest.stories().toList();
    return IntStream.range(0, all.size())
        .filter(place -> (place % ONE_IN == 0) == ofThePart)
        .mapToObj(all::get);
  }
}
