package tapwright.server.main.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

/** The stories that {@link ScenariosOnPostgresTest} leaves out. */
@Tag("postgres")
@Tag("long")
class EveryStoryOnPostgresTest extends ScenariosTest implements NewPostgresRecord {

  static Stream<Path> stories() throws IOException {
    return ScenariosOnPostgresTest.part(false);
  }
}
