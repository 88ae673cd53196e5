package tapwright.server.main.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** That a value in an event cannot make two records of it, nor write to a terminal. */
class LogLinesTest {

  private static final String FORGED = "2026-03-02T08:00:00.000Z ERROR Forged: all is lost";

  /** How a record of the text form begins, and nothing else does. */
  private static final Pattern RECORD = Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\dT.*");

  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "\r\n",
        "\r",
        "\u0085",
        "\u2028",
        "\u2029",
        "\u000b",
        "\u000c",
        "\u0000",
        "\u001b[2K\r"
      })
  void plantedValue_makesNoSecondRecord(String planted) throws IOException {
    String text = text(event(planted + FORGED, null));
    assertEquals(1, text.lines().count(), text);
    assertTrue(text.strip().contains("Forged"), text);
    assertFalse(text.strip().chars().anyMatch(one -> Character.isISOControl(one)), text);
    String json = json(event(planted + FORGED, null));
    assertEquals(1, json.lines().count(), json);
    assertTrue(message(json).endsWith(FORGED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u001b[2K\r", "\n\n"})
  void plantedException_makesNoSecondRecord(String planted) throws IOException {
    Throwable cause = new IllegalStateException("one" + planted + FORGED);
    ILoggingEvent event = event("", new IllegalStateException("two" + planted + FORGED, cause));
    String text = text(event);

    Matcher records = RECORD.matcher(text);
    assertTrue(records.find(), text);
    assertFalse(records.find(), text);
    assertTrue(text.contains("Caused by: "), text);
    assertFalse(text.contains("\u001b") || text.contains("\r"), text);
    assertEquals(1, json(event).lines().count());
  }

  @Test
  void event_isWrittenAsItAlwaysWas() throws IOException {
    String text = text(event("", null));

    assertTrue(
        text.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z WARN  Sample: said  key=\"\"\\R"), text);
  }

  private ILoggingEvent event(String value, @Nullable Throwable failure) {
    LoggingEvent event =
        new LoggingEvent(
            "",
            context.getLogger("tapwright.Sample"),
            Level.WARN,
            "said {}",
            failure,
            new Object[] {value});
    event.setKeyValuePairs(List.of(new KeyValuePair("key", value)));
    return event;
  }

  /** As the file says that comes with the program. */
  private String text(ILoggingEvent event) throws IOException {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(pattern());
    encoder.start();
    return new String(encoder.encode(event), UTF_8);
  }

  private static String pattern() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(LogLinesTest.class.getResourceAsStream("/logback.xml"))) {
      Matcher pattern =
          Pattern.compile("<pattern>(.*)</pattern>")
              .matcher(new String(file.readAllBytes(), UTF_8));
      assertTrue(pattern.find());
      return pattern.group(1).replace("&amp;", "&");
    }
  }

  private String json(ILoggingEvent event) {
    Encoder<ILoggingEvent> encoder = LogOutput.encoder(context);
    return new String(encoder.encode(event), UTF_8);
  }

  private static String message(String json) throws JsonProcessingException {
    return new ObjectMapper().readTree(json).path("formattedMessage").asText();
  }
}
