package tapwright.server.main;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tapwright.house.RefusalPage;

/**
 * The server's program as it is tested, to be run as a process that lives for seconds: too short a
 * time for the second compiler to pay for itself. Where Maven made a jar of these very classes, it
 * starts with what an earlier start loaded and linked.
 */
public final class ProgramUnderTest {

  private static final Path BUILT =
      RefusalPage.projectFolder().resolve("server").resolve("target").toAbsolutePath();
  private static final List<String> PLAIN_PATH = plainPath();
  private static final Optional<Remembered> REMEMBERED = remembered();

  private ProgramUnderTest() {}

  /**
   * A start that is remembered.
   *
   * @param path jars only, since folders cannot be remembered
   * @param cache what was loaded and linked (JEP 483, JEP 514)
   */
  private record Remembered(List<String> path, Path cache) {}

  /** What starts it; its words follow. */
  public static List<String> command(String... options) {
    return REMEMBERED
        .map(found -> command(found.path(), Stream.concat(quiet(found), Stream.of(options))))
        .orElseGet(() -> command(PLAIN_PATH, Stream.of(options)));
  }

  /** The same with other classes before its own, so that it is another program. */
  public static List<String> commandBehind(List<Path> first, String... options) {
    return command(
        Stream.concat(first.stream().map(Path::toString), PLAIN_PATH.stream()).toList(),
        Stream.of(options));
  }

  private static Stream<String> quiet(Remembered found) {
    return Stream.of("-XX:AOTCache=" + found.cache(), "-Xlog:aot=off", "-Xlog:cds=off");
  }

  private static List<String> command(List<String> path, Stream<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options.toList());
    command.addAll(List.of("-cp", String.join(File.pathSeparator, path)));
    command.add(ServerMain.class.getName());
    return command;
  }

  private static List<String> plainPath() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return List.of(path.split(File.pathSeparator));
  }

  private static Optional<Remembered> remembered() {
    try {
      Optional<Path> jar = jarOfTheseClasses();
      List<String> path =
          PLAIN_PATH.stream()
              .filter(entry -> !Path.of(entry).equals(BUILT.resolve("test-classes")))
              .map(
                  entry ->
                      Path.of(entry).equals(BUILT.resolve("classes"))
                          ? jar.map(Path::toString).orElse(entry)
                          : entry)
              .toList();
      if (path.stream().anyMatch(entry -> Files.isDirectory(Path.of(entry)))) {
        return Optional.empty();
      }
      return Optional.of(new Remembered(path, cacheOf(path, jar.orElseThrow())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty where none was made, or classes were compiled since. */
  private static Optional<Path> jarOfTheseClasses() throws IOException {
    try (Stream<Path> files = Files.list(BUILT);
        Stream<Path> classes = Files.walk(BUILT.resolve("classes"))) {
      FileTime newest =
          classes.map(ProgramUnderTest::changed).max(Comparator.naturalOrder()).orElseThrow();
      return files
          .filter(file -> file.getFileName().toString().matches("server-[0-9.]+\\.jar"))
          .filter(file -> changed(file).compareTo(newest) >= 0)
          .findFirst();
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Made once for a jar, by whichever of the test processes comes first. */
  private static Path cacheOf(List<String> path, Path jar) throws IOException {
    Path cache = BUILT.resolve("starts-" + changed(jar).toMillis() + ".aot");
    try (FileChannel channel =
        FileChannel.open(
            BUILT.resolve("starts.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock(); // until the channel is closed
      if (Files.notExists(cache)) {
        make(cache, path);
      }
    }
    return cache;
  }

  /** The cache is written as the program ends. */
  private static void make(Path cache, List<String> path) throws IOException {
    Path fresh = cache.resolveSibling(cache.getFileName() + ".fresh");
    List<String> command =
        command(path, Stream.of("-XX:AOTCacheOutput=" + fresh, "-Xlog:aot=off", "-Xlog:cds=off"));
    command.addAll(List.of("server", "--port", "0", "--json"));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder
        .environment()
        .put("TAPWRIGHT_HOME", Files.createTempDirectory(BUILT, "starts-").toString());
    Process server = builder.start();
    server.inputReader().readLine();
    server.destroy();
    server.onExit().join();
    Files.move(fresh, cache, StandardCopyOption.ATOMIC_MOVE);
  }
}
