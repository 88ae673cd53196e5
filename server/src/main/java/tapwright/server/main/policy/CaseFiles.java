package tapwright.server.main.policy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tapwright.core.Checked;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.cases.CaseFile;

/** Finds and reads case files. */
final class CaseFiles {

  private CaseFiles() {}

  /** The file itself, or a folder's YAML files sorted by name. */
  static List<Path> at(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(CaseFiles::isYaml).sorted().toList();
    }
  }

  /** The file's cases, or why it holds none; what cannot be read at all is told by its name. */
  static Checked<CaseFile> read(Path path) {
    try {
      return CaseFile.parse(name(path), Files.readString(path));
    } catch (CharacterCodingException e) {
      return unreadable(path, "its bytes are no text in UTF-8");
    } catch (IOException e) {
      return unreadable(path, String.valueOf(e.getMessage()));
    }
  }

  private static Checked<CaseFile> unreadable(Path path, String problem) {
    return new Checked.Refused<>(
        PolicyRefusal.FILE_UNREADABLE.with("file", name(path), "problem", problem));
  }

  /** The file's name without its folder, as results cite it. */
  static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  static boolean isYaml(Path path) {
    String name = name(path);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}
