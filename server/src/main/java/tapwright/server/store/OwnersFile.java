package tapwright.server.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The file of an embedded record, which its owner alone may read where the platform knows owners.
 */
public final class OwnersFile {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private OwnersFile() {}

  /** Makes the file where it is missing; SQLite gives the files beside it the same rights. */
  public static void make(Path file) {
    if (!knowsOwners() || Files.exists(file)) {
      return;
    }
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (IOException e) {
      // Whatever is wrong with the place, the database says better.
      return;
    }
  }

  /** Shuts a file that is there to all others. */
  public static void shut(Path file) throws IOException {
    if (knowsOwners()) {
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    }
  }

  private static boolean knowsOwners() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
