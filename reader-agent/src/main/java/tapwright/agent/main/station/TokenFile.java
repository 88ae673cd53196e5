package tapwright.agent.main.station;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A new file for a station's token, which its owner alone may read. */
final class TokenFile {

  private final Path path;

  private TokenFile(Path path) {
    this.path = path;
  }

  /**
   * The file, empty: it comes before the token, which would be lost if there were no place for it.
   * One that is there already is never touched.
   */
  static TokenFile create(Path path) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(path);
    }
    return new TokenFile(path);
  }

  void write(String token) throws IOException {
    Files.writeString(path, token + "\n");
  }

  void remove() throws IOException {
    Files.deleteIfExists(path);
  }
}
