package tapwright.agent.encode.type2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tapwright.core.Bytes;
import tapwright.house.RefusalPage;

/**
 * An encoding as it went through a reader, from firmware-notes: settings as {@code key = value},
 * then {@code >} for each command APDU, {@code <} for its response and {@code !} for a field cycle.
 *
 * @param settings origin, reader, tag, message, and lost: the write whose answer is lost
 * @param lines what was exchanged
 */
record Transcript(Map<String, String> settings, List<String> lines) {

  static final Path FOLDER =
      RefusalPage.projectFolder().resolve("firmware-notes").resolve("readers");

  /** The transcript of a reader's profile. */
  static Transcript of(String id) {
    try {
      return in(Files.readAllLines(FOLDER.resolve(id + ".transcript")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Transcript in(List<String> text) {
    Map<String, String> settings = new TreeMap<>();
    text.stream()
        .filter(line -> line.matches("[a-z]+ = .+"))
        .map(line -> line.split(" = ", 2))
        .forEach(pair -> settings.put(pair[0], pair[1]));
    List<String> lines = text.stream().filter(line -> line.matches("[><!] .*")).toList();
    assertEquals(
        text.stream().filter(line -> !line.isEmpty() && !line.startsWith("#")).count(),
        settings.size() + lines.size(),
        "each line is a comment, a setting or an exchange");
    return new Transcript(settings, lines);
  }

  String setting(String key) {
    String value = settings.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the transcript does not say its " + key);
    }
    return value;
  }

  Bytes message() {
    return Bytes.ofHex(setting("message"));
  }
}
