package tapwright.agent.station.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Files that their owner alone may read and write; where there are no such permissions the folder's
 * count.
 */
public final class OwnerOnly {

  static final boolean IS_POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /** Makes an empty file, owned before anything is in it. */
  static void create(Path file) throws IOException {
    Files.createFile(file, attributes());
  }

  private static FileAttribute<?>[] attributes() {
    return IS_POSIX
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)}
        : new FileAttribute<?>[0];
  }

  /**
   * Makes an SQLite file its owner's alone, whether it is there already or not: what SQLite puts
   * beside it gets the same permissions (sqlite.org/fileformat2.html section 4, sqlite.org/wal.html
   * section 2.2).
   */
  static void database(Path file) throws IOException {
    try {
      create(file);
    } catch (FileAlreadyExistsException e) {
      for (String ending : List.of("", "-wal", "-shm")) {
        mend(file.resolveSibling(file.getFileName() + ending));
      }
    }
  }

  /** Whether others than the owner may do anything with the file, as far as can be told. */
  static boolean isOpenToOthers(Path file) throws IOException {
    return IS_POSIX && !OWNERS.containsAll(Files.getPosixFilePermissions(file));
  }

  /** Takes the file away from all others; whether others could read it. */
  public static boolean mend(Path file) throws IOException {
    if (!Files.exists(file) || !isOpenToOthers(file)) {
      return false;
    }
    Files.setPosixFilePermissions(file, OWNERS);
    return true;
  }
}
