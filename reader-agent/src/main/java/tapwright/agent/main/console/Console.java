package tapwright.agent.main.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tapwright.core.Refusal;

/** What a command says: results on standard output, everything else on standard error. */
public final class Console {

  /** Done. */
  public static final int DONE = 0;

  /** An expected no: a card is refused, a comparison differs. */
  public static final int NO = 1;

  /** The command line itself is wrong. */
  public static final int USAGE = 2;

  /** The world failed: no reader, tag gone, server away. */
  public static final int WORLD_FAILED = 3;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** What a pipe or a file is given is never broken. */
  private static final WindowText UNBOUND = new WindowText(Integer.MAX_VALUE);

  private final PrintStream out;
  private final PrintStream err;
  private final boolean inJson;
  private final WindowText window;
  private boolean answered;

  public Console(PrintStream out, PrintStream err) {
    this(out, err, false, UNBOUND);
  }

  private Console(PrintStream out, PrintStream err, boolean inJson, WindowText window) {
    this.out = out;
    this.err = err;
    this.inJson = inJson;
    this.window = window;
  }

  /** The same console; in JSON, what fails is a line of it too, where no result was given yet. */
  public Console answeringInJson(boolean json) {
    return new Console(out, err, json, window);
  }

  /** The same console in a window of so many columns; as it was where nobody watches. */
  public Console within(OptionalInt columns) {
    return columns.isEmpty()
        ? this
        : new Console(out, err, inJson, new WindowText(columns.getAsInt()));
  }

  /** One line of result. */
  public void line(String text) {
    out.println(window.of(text));
  }

  /** A result as one line of JSON; records and maps become objects. */
  public void json(Object result) {
    answered = true;
    try {
      out.println(JSON.writeValueAsString(result));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("result of " + result.getClass() + " is not JSON", e);
    }
  }

  /** Where results go, for what prints by itself. */
  public PrintWriter results() {
    return new PrintWriter(out, true, out.charset());
  }

  /** Where everything else goes, for what prints by itself. */
  public PrintWriter remarks() {
    return new PrintWriter(err, true, err.charset());
  }

  /** Whether somebody watches, so that a line may change in place; Java 25 may have no console. */
  public boolean isTerminal() {
    return err.equals(System.err)
        && Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
  }

  /** Something the user should know that is no result. */
  public void note(String text) {
    err.println(window.of(text));
  }

  /**
   * Says the refusal and what to do about it, as JSON too where results are JSON; returns the exit
   * code for it.
   */
  public int refused(Refusal refusal, boolean asJson) {
    Optional<String> advice = Advice.on(refusal).map(Advice::words);
    if (asJson) {
      json(answerOf("refused", refusal.code().code(), refusal.message(), advice));
    }
    note("tapwright: " + refusal.message());
    advise(advice);
    return NO;
  }

  private void advise(Optional<String> advice) {
    advice.ifPresent(words -> note("what to do: " + words));
  }

  /** Says what is wrong with the command line and where its help is; returns the exit code. */
  public int misused(String what, String command) {
    answer("refused", "usage", what, Optional.empty());
    note("tapwright: " + what);
    note("see '" + command + " --help'");
    return USAGE;
  }

  private void answer(String kind, String code, String message, Optional<String> advice) {
    if (inJson && !answered) {
      json(answerOf(kind, code, message, advice));
    }
  }

  private static Map<String, String> answerOf(
      String kind, String code, String message, Optional<String> advice) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put(kind, code);
    answer.put("message", message);
    advice.ifPresent(words -> answer.put("advice", words));
    return answer;
  }

  /** Says what failed and what to do next; returns the exit code for it. */
  public int failed(String what) {
    return failed(what, Optional.empty());
  }

  /** The same where the message does not say by itself what to do. */
  public int failed(String what, Optional<String> advice) {
    answer("failed", "world-failed", what, advice);
    note("tapwright: " + what);
    advise(advice);
    return WORLD_FAILED;
  }
}
