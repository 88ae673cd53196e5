package tapwright.agent.station.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tapwright.agent.station.StationFault;
import tapwright.core.Bytes;

/**
 * The key that secrets and people in the journal are encrypted with: 256 bits in a file of its own
 * beside the journal, readable by its owner alone. Whoever copies the journal without it copies no
 * secret.
 */
final class JournalKey {

  static final String FILE_NAME = "journal.key";

  private static final int KEY_BYTES = 32;
  private static final Pattern DIGITS = Pattern.compile("[0-9A-F]{64}");

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
   * @throws StationFault.JournalKeyOpen where others could have read it
   * @throws StationFault.JournalKeyWrong where it holds no key
   */
  Bytes read() {
    if (!exists()) {
      throw new StationFault.JournalKeyMissing(file);
    }
    try {
      if (OwnerOnly.isOpenToOthers(file)) {
        throw new StationFault.JournalKeyOpen(file);
      }
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
   * The key in the file, drawn where there is none: by one process, however many ask at once.
   *
   * <p>A file that is there already may have been made by a process that was killed before it used
   * it.
   */
  Bytes readOrMake(RandomGenerator random) {
    Path turns = file.resolveSibling(FILE_NAME + ".lock");
    try (FileChannel turn =
            FileChannel.open(turns, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = turn.lock()) {
      if (!held.isValid()) {
        throw new IllegalStateException(turns + " is not held");
      }
      return exists() ? read() : make(random);
    } catch (IOException e) {
      throw new StationFault.JournalBroken("making its key file " + file, e);
    }
  }

  /**
   * Draws a key; the file is there whole, or not at all, when this process is killed meanwhile, and
   * there for good, power or not, before anything is encrypted with it.
   */
  private Bytes make(RandomGenerator random) throws IOException {
    byte[] drawn = new byte[KEY_BYTES];
    random.nextBytes(drawn);
    Bytes key = Bytes.copyOf(drawn);
    Path unfinished = file.resolveSibling(FILE_NAME + ".new");
    Files.deleteIfExists(unfinished);
    OwnerOnly.create(unfinished);
    write(unfinished, key.toHex() + "\n");
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    keepName();
    return key;
  }

  /** The fault of a file whose key opens nothing here. */
  StationFault.JournalKeyWrong wrong() {
    return new StationFault.JournalKeyWrong(file);
  }

  /** A move is on disk when the folder is; Windows opens no folder and keeps its names itself. */
  private void keepName() throws IOException {
    if (OwnerOnly.IS_POSIX) {
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
