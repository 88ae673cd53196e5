package tapwright.server.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tapwright.core.policy.CaseFile;
import tapwright.core.policy.Parsed;

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

  static Parsed<CaseFile> read(Path path) throws IOException {
    return CaseFile.parse(name(path), Files.readString(path));
  }

  /** The file's name without its folder, as results cite it. */
  static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private static boolean isYaml(Path path) {
    String name = name(path);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}
