package tapwright.agent.station.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import tapwright.agent.station.StationFault;

/**
 * Records as JSON and back; what a newer server adds is passed over, and what is absent is left
 * out, since an older server takes no field that it does not know.
 */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Json() {}

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(value.getClass() + " is not JSON", e);
    }
  }

  public static <T> T read(String text, Class<T> type) throws JsonProcessingException {
    T value = MAPPER.readValue(text, type);
    if (value == null) {
      throw new JsonParseException(null, "the text is null");
    }
    return value;
  }

  /** A value that this station wrote itself; what it holds is shown in no fault. */
  public static <T> T readOwn(String text, Class<T> type) {
    try {
      return read(text, type);
    } catch (JsonProcessingException e) {
      throw new StationFault.JournalBroken(
          "reading a " + type.getSimpleName(), new IllegalStateException("it cannot be read"));
    }
  }
}
