package tapwright.server.main;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run of the command line left.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it said on standard error
 */
public record CommandRun(int code, String out, String err) {

  /** Runs a command as from a shell, in this process. */
  public static CommandRun of(String command, String... args) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of(args));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        ServerMain.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(line.toArray(String[]::new));
    return new CommandRun(code, out.toString(), err.toString());
  }

  public List<String> lines() {
    return out.lines().toList();
  }

  public JsonNode json() throws JsonProcessingException {
    return new ObjectMapper().readTree(out);
  }
}
