package tapwright.server.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A disk of a few megabytes: a tmpfs over a folder, in a mount namespace of its own, which goes
 * with the process that holds it (unshare(1), nsenter(1), proc(5) on {@code /proc/PID/root}).
 */
final class SmallDisk implements AutoCloseable {

  /** Arguments: folder, size. It holds the namespace until its input ends. */
  private static final String HOLDER =
      """
      mount -t tmpfs -o size=$2 tmpfs "$1" || exit 1
      echo ready
      read -r _
      """;

  private final Process holder;
  private final Path folder;

  private SmallDisk(Process holder, Path folder) {
    this.holder = holder;
    this.folder = folder;
  }

  /** Lies over the folder, for those who {@link #place enter}. */
  static SmallDisk over(Path folder, int megabytes) {
    ProcessBuilder command =
        new ProcessBuilder(
            "unshare", "-m", "sh", "-c", HOLDER, "holder", folder.toString(), megabytes + "m");
    try {
      Process process = command.redirectErrorStream(true).start();
      BufferedReader said =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String first = said.readLine();
      if (!"ready".equals(first)) {
        throw new AssertionError("no disk of its own: " + first);
      }
      return new SmallDisk(process, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a process runs that has its state on this disk. */
  ServerProcess.Place place() {
    return new ServerProcess.Place(
        folder, List.of("nsenter", "--mount", "--target", Long.toString(holder.pid()), "--"));
  }

  /** A file of this disk, as it is reached from outside. */
  Path file(String name) {
    return Path.of("/proc", Long.toString(holder.pid()), "root" + folder.resolve(name));
  }

  /** The disk goes with all that lies on it, once nobody has a file on it open. */
  @Override
  public void close() {
    try {
      holder.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    holder.onExit().join();
  }
}
