package tapwright.server.main.scenario;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tapwright.core.Checked;

/** Finds and reads files of stories. */
public final class ScenarioFiles {

  private ScenarioFiles() {}

  /** The file itself, or all of a folder and the folders in it, sorted. */
  public static List<Path> at(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.walk(path)) {
      return entries.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /** The story that the file holds, or why it holds none. */
  static Checked<Scenario> read(Path path) {
    try {
      return ScenarioReader.read(path.toString(), Files.readString(path));
    } catch (CharacterCodingException e) {
      return unreadable(path, "its bytes are no text in UTF-8");
    } catch (IOException e) {
      return unreadable(path, String.valueOf(e.getMessage()));
    }
  }

  private static Checked<Scenario> unreadable(Path path, String problem) {
    return new Checked.Refused<>(ScenarioRefusal.FILE.with("file", path, "problem", problem));
  }
}
