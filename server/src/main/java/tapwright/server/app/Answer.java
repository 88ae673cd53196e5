package tapwright.server.app;

import java.util.List;
import tapwright.core.Refusal;

/** What a use case answers. */
public sealed interface Answer<T> {

  /** It is done. */
  record Done<T>(T value) implements Answer<T> {}

  /**
   * It is not done, and nothing of it was.
   *
   * @param refusal why
   * @param fields what is wrong with what was sent, field by field; may be empty
   */
  record Refused<T>(Refusal refusal, List<FieldError> fields) implements Answer<T> {
    public Refused {
      fields = List.copyOf(fields);
    }
  }

  static <T> Answer<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Answer<T> refused(Refusal refusal) {
    return new Refused<>(refusal, List.of());
  }
}
