package tapwright.agent.main.emulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tapwright.agent.emulator.TagImage;
import tapwright.agent.emulator.VirtualTag;
import tapwright.agent.main.console.Console;

/** Where a virtual card is kept between processes, if it is. */
final class VirtualCardFile {

  private final @Nullable Path path;

  VirtualCardFile(@Nullable Path path) {
    this.path = path;
  }

  boolean exists() {
    return path != null && Files.exists(path);
  }

  /** What the file holds; an image is ASCII, and other bytes shall be refused and not thrown at. */
  TagImage.Reading read(RandomGenerator random) throws IOException {
    Path from = path;
    if (from == null) {
      throw new IllegalStateException("no file was named");
    }
    return TagImage.read(Files.readAllLines(from, StandardCharsets.ISO_8859_1), random);
  }

  /** Writes aside and moves, so that the card is never half kept. */
  synchronized void keep(VirtualTag tag) throws IOException {
    Path target = path;
    if (target == null) {
      return;
    }
    Path aside = target.resolveSibling(target.getFileName() + ".part");
    Files.write(aside, TagImage.write(tag));
    Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Keeps the card also when the process is told to end. */
  void keepAtExit(VirtualTag tag, Console console) {
    if (path != null) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> keepNow(tag, console), "keep-card"));
    }
  }

  private void keepNow(VirtualTag tag, Console console) {
    try {
      keep(tag);
    } catch (IOException e) {
      console.note("the card could not be kept in " + path + ": " + e);
    }
  }
}
