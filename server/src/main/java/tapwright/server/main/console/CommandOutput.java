package tapwright.server.main.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import tapwright.core.Refusal;

/** Where a command prints: results on standard output, everything else on standard error. */
public final class CommandOutput {

  /** Done. */
  public static final int DONE = 0;

  /** An expected no: a name is not there, a check found something. */
  public static final int NO = 1;

  /** The world failed: a file or the record cannot be read. */
  public static final int WORLD_FAILED = 3;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  public boolean isJson() {
    return json;
  }

  public void lines(CommandSpec spec, List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
  }

  public void json(CommandSpec spec, Map<String, Object> result) {
    try {
      lines(spec, List.of(JSON.writeValueAsString(result)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the result is not JSON", e);
    }
  }

  /** Says the refusal, as JSON too where results are JSON; returns the exit code for it. */
  public int refused(CommandSpec spec, Refusal refusal) {
    if (json) {
      json(spec, Map.of("refused", refusal.code().code(), "message", refusal.message()));
    }
    return problem(spec, refusal.message(), NO);
  }

  /** Says the refusals, each as {@link #refused} does; returns the exit code for them. */
  public int refused(CommandSpec spec, List<Refusal> refusals) {
    int code = DONE;
    for (Refusal refusal : refusals) {
      code = refused(spec, refusal);
    }
    return code;
  }

  /** Says what failed; returns the exit code for it. */
  public int failed(CommandSpec spec, String what) {
    return problem(spec, what, WORLD_FAILED);
  }

  private static int problem(CommandSpec spec, String what, int code) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("tapwright: " + what);
    err.flush();
    return code;
  }
}
