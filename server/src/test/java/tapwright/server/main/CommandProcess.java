package tapwright.server.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command as a process of its own, with a state folder of its own. */
public final class CommandProcess {

  private CommandProcess() {}

  /** Runs it and waits for its end. */
  public static CommandRun run(Path home, String command, String... words)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(ProgramUnderTest.command());
    line.add(command);
    line.addAll(List.of(words));
    Path out = Files.createTempFile("command-out", ".txt");
    Path err = Files.createTempFile("command-err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("TAPWRIGHT_HOME", home.toString());
    int code = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    try {
      return new CommandRun(code, Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
