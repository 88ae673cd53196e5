package tapwright.agent.station.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tapwright.agent.station.StationFault;
import tapwright.core.Bytes;

/**
 * The key that the journal's secrets are encrypted with: 256 bits in a file of its own beside the
 * journal, readable by its owner alone. Whoever copies the journal without it copies no secret.
 */
final class JournalKey {

  static final String FILE_NAME = "journal.key";

  private static final int KEY_BYTES = 32;
  private static final Pattern DIGITS = Pattern.compile("[0-9A-F]{64}");

  private static final boolean IS_POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path file;

  JournalKey(Path folder) {
    this.file = folder.resolve(FILE_NAME);
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * The key in the file.
   *
   * @throws StationFault.JournalKeyMissing where there is no file
   * @throws StationFault.JournalKeyWrong where it holds no key
   */
  Bytes read() {
    if (!exists()) {
      throw new StationFault.JournalKeyMissing(file);
    }
    try {
      String digits = Files.readString(file).strip();
      if (!DIGITS.matcher(digits).matches()) {
        throw new StationFault.JournalKeyWrong(file);
      }
      return Bytes.ofHex(digits);
    } catch (IOException e) {
      throw new StationFault.JournalKeyWrong(file);
    }
  }

  /**
   * Draws a key; the file is there whole, or not at all, when this process is killed meanwhile, and
   * there for good, power or not, before anything is encrypted with it.
   */
  Bytes make(RandomGenerator random) {
    byte[] drawn = new byte[KEY_BYTES];
    random.nextBytes(drawn);
    Bytes key = Bytes.copyOf(drawn);
    Path unfinished = file.resolveSibling(FILE_NAME + ".new");
    try {
      Files.deleteIfExists(unfinished);
      create(unfinished);
      write(unfinished, key.toHex() + "\n");
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      keepName();
    } catch (IOException e) {
      throw new StationFault.JournalBroken("making its key file " + file, e);
    }
    return key;
  }

  /** The fault of a file whose key opens nothing here. */
  StationFault.JournalKeyWrong wrong() {
    return new StationFault.JournalKeyWrong(file);
  }

  /** Owned before anything is in it; where there are no such permissions the folder's count. */
  private static void create(Path path) throws IOException {
    if (IS_POSIX) {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(path);
    }
  }

  /** A move is on disk when the folder is; Windows opens no folder and keeps its names itself. */
  private void keepName() throws IOException {
    if (IS_POSIX) {
      try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
        folder.force(true);
      }
    }
  }

  private static void write(Path path, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
  }
}
