package tapwright.server.main.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tapwright.server.main.bench.stage.Tools;
import tapwright.server.main.installation.ServerFault;

/**
 * Debian's wrk on one thread, which asks for cards' links as fast as they are answered.
 *
 * <p>Nothing of the client is in Java: its garbage and its compiler would be measured too.
 */
public final class Wrk {

  static final String MISSING = "wrk is missing; install it (Debian: apt-get install wrk)";

  /** An iPhone's, which is no preview and about as long as most. */
  private static final String AGENT =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

  private static final String SCRIPT = "/tapwright/server/bench/taps.lua";

  private static final Pattern RESULT =
      Pattern.compile(
          "^taps answered=(\\d+) errors=(\\d+) lost=(\\d+) micros=(\\d+) p50=(\\d+) p99=(\\d+)$",
          Pattern.MULTILINE);

  private final Path script;
  private final Path cards;

  private Wrk(Path folder) {
    this.script = folder.resolve("taps.lua");
    this.cards = folder.resolve("cards");
  }

  /**
   * What wrk counted.
   *
   * @param answered answers below 400
   * @param errors answers of 400 and above
   * @param lost connections and requests that failed or took too long
   * @param micros how long it ran
   */
  public record Result(
      long answered, long errors, long lost, long micros, long p50Micros, long p99Micros) {

    public double perSecond() {
      return answered * 1e6 / micros;
    }
  }

  /**
   * What wrk is to ask for.
   *
   * @param firstCounter the first read counter of each card whose link carries one
   * @param seed of the order in which cards come up
   */
  public record Aim(List<BenchCard> cards, int firstCounter, int seed) {
    public Aim {
      cards = List.copyOf(cards);
    }
  }

  /** Ready to run, with its script in the folder. */
  public static Wrk in(Path folder) {
    if (!Tools.onPath("wrk")) {
      throw new ServerFault(MISSING);
    }
    Wrk wrk = new Wrk(folder);
    try (InputStream resource =
        Objects.requireNonNull(Wrk.class.getResourceAsStream(SCRIPT), SCRIPT)) {
      Files.copy(resource, wrk.script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return wrk;
  }

  /** Sends the load for so many seconds. */
  public Result run(URI server, int connections, int seconds, Aim aim) {
    write(aim.cards());
    List<String> command =
        List.of(
            "wrk",
            "-t1",
            "-c" + connections,
            "-d" + seconds + "s",
            "-H",
            "User-Agent: " + AGENT,
            "-s",
            script.toString(),
            server.toString(),
            "--",
            cards.toString(),
            String.valueOf(aim.firstCounter()),
            String.valueOf(aim.seed()));
    return parse(Tools.output(command));
  }

  private void write(List<BenchCard> aimedAt) {
    try {
      Files.writeString(cards, BenchCard.lines(aimedAt));
    } catch (IOException e) {
      throw new ServerFault("cannot write " + cards, e);
    }
  }

  static Result parse(String output) {
    Matcher matcher = RESULT.matcher(output);
    if (!matcher.find()) {
      throw new ServerFault("wrk did not say what it counted: " + output.strip());
    }
    return new Result(
        Long.parseLong(matcher.group(1)),
        Long.parseLong(matcher.group(2)),
        Long.parseLong(matcher.group(3)),
        Long.parseLong(matcher.group(4)),
        Long.parseLong(matcher.group(5)),
        Long.parseLong(matcher.group(6)));
  }
}
