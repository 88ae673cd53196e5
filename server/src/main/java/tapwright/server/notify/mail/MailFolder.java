package tapwright.server.notify.mail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import tapwright.server.app.mail.MailPost;

/**
 * {@link MailPost} into a folder, a file a mail, which its owner alone may read: for a mail server
 * to fetch. A file is there whole or not at all.
 */
public final class MailFolder implements MailPost {

  private final Path folder;
  private final String from;
  private final InstantSource clock;
  private final Executor executor;

  /**
   * A folder.
   *
   * @param from who writes
   * @param executor may wait for a disk
   */
  public MailFolder(Path folder, String from, InstantSource clock, Executor executor) {
    this.folder = folder;
    this.from = from;
    this.clock = clock;
    this.executor = executor;
  }

  @Override
  public CompletableFuture<Posted> post(Letter letter) {
    return MailAddress.of(letter.to())
        .map(to -> CompletableFuture.supplyAsync(() -> written(letter, to), executor))
        .orElseGet(() -> CompletableFuture.completedFuture(MailFile.NO_ADDRESS));
  }

  private Posted written(Letter letter, MailAddress to) {
    Path next = folder.resolve(letter.id() + ".part");
    try {
      Files.createDirectories(folder, rights("rwx------"));
      Files.deleteIfExists(next);
      write(next, MailFile.of(letter, from, to, clock.instant()));
      Files.move(next, folder.resolve(letter.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
      return new Posted.Sent();
    } catch (IOException e) {
      // A failed move has moved nothing; what failed names files and nobody.
      return new Posted.NotSent("the mail folder: " + e.getClass().getSimpleName());
    }
  }

  private static void write(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            rights("rw-------"))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] rights(String rights) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
