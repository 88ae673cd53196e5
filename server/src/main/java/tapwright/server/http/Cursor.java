package tapwright.server.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tapwright.server.app.FieldError;
import tapwright.server.app.Shown;
import tapwright.server.record.list.Page;
import tapwright.server.record.list.Place;

/**
 * Where a list goes on, as one word that callers send back as they got it: what it is made of may
 * change.
 */
final class Cursor {

  static final String AFTER = "after";

  private static final String BETWEEN = " ";

  private Cursor() {}

  /** The part of a list that the request wants. */
  static Page page(Request request) {
    return new Page(request.query(AFTER).map(Cursor::read), request.limit());
  }

  /** What to send for the part behind these rows; null where there is none. */
  static <T> @Nullable String next(Page page, List<T> rows, Function<T, Place> placeOf) {
    return page.next(rows, placeOf).map(Cursor::write).orElse(null);
  }

  static String write(Place place) {
    String text = ChronoUnit.MICROS.between(Instant.EPOCH, place.at()) + BETWEEN + place.key();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Place read(String word) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8).split(BETWEEN, 2);
      if (parts.length == 2) {
        return new Place(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), parts[1]);
      }
    } catch (IllegalArgumentException e) {
      throw unreadable(word);
    }
    throw unreadable(word);
  }

  private static Unreadable unreadable(String word) {
    return new Unreadable(
        new FieldError(0, AFTER, Shown.of(word), "the next of an answer, as it was there"));
  }

  /** An instant of the query. */
  static Optional<Instant> instant(Request request, String name) {
    return request.query(name).map(text -> instant(name, text));
  }

  private static Instant instant(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Unreadable(
          new FieldError(0, name, Shown.of(text), "an instant such as 2026-03-02T08:00:00Z"));
    }
  }
}
