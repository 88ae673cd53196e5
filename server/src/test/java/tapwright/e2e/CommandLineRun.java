package tapwright.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tapwright.house.RefusalPage;

/**
 * One run of {@code ./tapwright} that came to its end.
 *
 * @param exitCode as the shell sees it
 * @param out standard output
 * @param err standard error
 */
record CommandLineRun(int exitCode, String out, String err) {

  private static final long LONGEST_MINUTES = 5;

  /** Runs a command with its state in the folder and waits for its end. */
  static CommandLineRun of(Path home, String... arguments) {
    return of(home, Map.of(), arguments);
  }

  /** The same with more in its environment. */
  static CommandLineRun of(Path home, Map<String, String> environment, String... arguments) {
    ProcessBuilder builder = prepared(home, arguments);
    builder.environment().putAll(environment);
    try {
      Path out = Files.createTempFile("tapwright-out", ".txt");
      Path err = Files.createTempFile("tapwright-err", ".txt");
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(
            builder.command() + " still ran after " + LONGEST_MINUTES + " minutes");
      }
      return new CommandLineRun(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while " + builder.command() + " ran", e);
    }
  }

  /** A command that is yet to be started, with its state in the folder. */
  static ProcessBuilder prepared(Path home, String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(RefusalPage.projectFolder().resolve("tapwright").toString()),
                    Stream.of(arguments))
                .toList());
    builder.environment().put("TAPWRIGHT_HOME", home.toString());
    builder.environment().put("TAPWRIGHT_NO_BUILD", "1");
    return builder;
  }
}
