package tapwright.core.notice;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** For how long a receiver wants to be left alone: the header Retry-After (RFC 9110 10.2.3). */
public final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  /** Its years have two digits; no receiver means one of the last century. */
  private static final LocalDate FIRST_OF_TWO_DIGITS = LocalDate.of(2000, 1, 1);

  /** The three forms of a date that a recipient must take (RFC 9110 5.6.7), all of them in GMT. */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_OF_TWO_DIGITS)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.ENGLISH),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH));

  private RetryAfter() {}

  /** From now on, nothing where the time is over; empty where the value is neither of the two. */
  public static Optional<Duration> of(String value, Instant now) {
    return SECONDS.matcher(value).matches()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
        : date(value)
            .map(until -> until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
  }

  private static Optional<Instant> date(String value) {
    return DATES.stream().flatMap(form -> read(form, value).stream()).findFirst();
  }

  private static Optional<Instant> read(DateTimeFormatter form, String value) {
    try {
      return Optional.of(LocalDateTime.parse(value, form).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
