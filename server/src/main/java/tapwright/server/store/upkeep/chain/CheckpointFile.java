package tapwright.server.store.upkeep.chain;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.record.StoreFault;
import tapwright.server.record.key.CheckpointSeal;
import tapwright.server.store.StoreRefusal;

/**
 * A checkpoint as a file: a line that names its form and when it was taken, a line for each chain
 * in the order of their names, and the seal of all of them.
 */
final class CheckpointFile {

  private static final String FORM = "tapwright checkpoint 1 ";
  private static final String SEAL = "seal ";

  private CheckpointFile() {}

  /** Takes lines of chains. */
  interface Lines {
    void add(CheckpointLine line);
  }

  /** Writes chains' lines. */
  interface Writing {
    void to(Lines lines);
  }

  /** Writes a checkpoint at once or not at all. */
  static void write(Path file, Instant at, CheckpointSeal seal, Writing writing) {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(next)) {
        MessageDigest digest = sha256();
        line(out, digest, FORM + at);
        writing.to(line -> added(out, digest, line));
        out.write(SEAL + seal.seal(Bytes.copyOf(digest.digest())).toHex() + "\n");
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | UncheckedIOException e) {
      throw new StoreFault.Unwritten(file, "check the folder and its rights", e);
    }
  }

  private static void added(BufferedWriter out, MessageDigest digest, CheckpointLine line) {
    try {
      line(out, digest, line.toText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(BufferedWriter out, MessageDigest digest, String text)
      throws IOException {
    out.write(text + "\n");
    add(digest, text);
  }

  private static void add(MessageDigest digest, String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** When the checkpoint was taken; refused where the file is none that these keys sealed. */
  static Answer<Instant> checked(Path file, CheckpointSeal seal) {
    if (!Files.isReadable(file)) {
      return unreadable(file, "there is no such file, or it may not be read");
    }
    try (BufferedReader in = Files.newBufferedReader(file)) {
      Optional<Instant> at = instant(in.readLine());
      return at.isEmpty() ? unreadable(file, "it does not begin as one") : sealed(file, seal, at);
    } catch (IOException e) {
      return unreadable(file, "it is no text");
    }
  }

  private static Optional<Instant> instant(@Nullable String first) {
    try {
      return first == null || !first.startsWith(FORM)
          ? Optional.empty()
          : Optional.of(Instant.parse(first.substring(FORM.length())));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Answer<Instant> sealed(Path file, CheckpointSeal seal, Optional<Instant> at)
      throws IOException {
    MessageDigest digest = sha256();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith(SEAL)) {
          String expected = SEAL + seal.seal(Bytes.copyOf(digest.digest())).toHex();
          return expected.equals(line) && in.readLine() == null
              ? Answer.done(at.orElseThrow())
              : unreadable(file, "its seal is not of this record's keys, or it was changed");
        }
        add(digest, line);
      }
    }
    return unreadable(file, "its end with the seal is missing");
  }

  private static Answer<Instant> unreadable(Path file, String problem) {
    Refusal refusal = StoreRefusal.CHECKPOINT_UNREADABLE.with("file", file, "problem", problem);
    return Answer.refused(refusal);
  }

  /** Reads the lines of chains one after the other; of a file that was checked. */
  static final class Reader implements AutoCloseable {
    private final Path file;
    private final BufferedReader in;
    private Optional<CheckpointLine> next = Optional.empty();

    Reader(Path file) {
      this.file = file;
      try {
        in = Files.newBufferedReader(file);
        in.readLine();
      } catch (IOException e) {
        throw new StoreFault.Unavailable("reading " + file, e);
      }
      advance();
    }

    /** The line that comes next; empty at the end. */
    Optional<CheckpointLine> next() {
      return next;
    }

    void advance() {
      try {
        next =
            Optional.ofNullable(in.readLine())
                .filter(line -> !line.startsWith(SEAL))
                .map(CheckpointLine::read);
      } catch (IOException e) {
        throw new StoreFault.Unavailable("reading " + file, e);
      }
    }

    @Override
    public void close() {
      try {
        in.close();
      } catch (IOException e) {
        throw new StoreFault.Unavailable("closing " + file, e);
      }
    }
  }
}
