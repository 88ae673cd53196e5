package tapwright.server.main.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tapwright.core.policy.Money;
import tapwright.server.app.Shown;
import tapwright.server.front.AddressRange;
import tapwright.server.notify.mail.SmtpPlace;
import tapwright.server.store.RecordUrl;

/**
 * What the value of a setting is: how its text is read, and what is allowed.
 *
 * @param param what stands for a value in help
 * @param allowed what may be given, in words
 * @param reader the value; empty where the text is none
 * @param shown the text as it may be shown to anybody
 */
record Kind<T>(
    String param,
    String allowed,
    Function<String, Optional<T>> reader,
    UnaryOperator<String> shown) {

  /** What stands for the value of a flag that needs none. */
  static final String YES_OR_NO = "true|false";

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}");

  /** Whatever stands before a host or after it may be a secret. */
  private static final Pattern SECRET_PARTS = Pattern.compile("[@?#]");

  private static <T> Kind<T> of(
      String param, String allowed, Function<String, Optional<T>> reader) {
    return new Kind<>(param, allowed, reader, Shown::of);
  }

  static Kind<Integer> whole(int least, int most) {
    return of("N", bounds(least, most), text -> wholeOf(text, least, most));
  }

  /** A number of something, which messages name after it. */
  static Kind<Integer> count(String unit, int least, int most) {
    return new Kind<>(
        unit.toUpperCase(Locale.ROOT),
        bounds(least, most),
        text -> wholeOf(text, least, most),
        text -> Shown.of(text) + " " + unit);
  }

  private static String bounds(int least, int most) {
    return least + " to " + most;
  }

  private static Optional<Integer> wholeOf(String text, int least, int most) {
    return Optional.of(text)
        .filter(number -> WHOLE.matcher(number).matches())
        .map(Integer::parseInt)
        .filter(number -> number >= least && number <= most);
  }

  /** One of an enum's constants, in small letters. */
  static <E extends Enum<E>> Kind<E> word(Class<E> type) {
    List<String> words =
        Arrays.stream(type.getEnumConstants())
            .map(one -> one.name().toLowerCase(Locale.ROOT))
            .toList();
    return of(
        String.join("|", words),
        String.join(" and ", words),
        text ->
            Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst());
  }

  /** Yes or no; a flag without a value says yes. */
  static Kind<Boolean> truth() {
    return of(
        YES_OR_NO,
        "true and false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  static Kind<String> text(String param, String allowed) {
    return of(param, allowed, text -> Optional.of(text).filter(some -> !some.isBlank()));
  }

  /** An address of mail, as plain as any that is in use. */
  static Kind<String> mailAddress() {
    return of(
        "ADDRESS",
        "an address as name@example.com",
        text -> Optional.of(text).filter(some -> MAIL.matcher(some).matches()));
  }

  /** Where a mail server is; a password that somebody put there is not shown. */
  static Kind<SmtpPlace> mailServer() {
    return new Kind<>(
        "URL",
        SmtpPlace.ALLOWED,
        SmtpPlace::of,
        text -> SECRET_PARTS.matcher(text).find() ? Settings.MASKED : Shown.of(text));
  }

  /** What is never shown. */
  static Kind<String> secret() {
    return new Kind<>("SECRET", "any text", Optional::of, text -> Settings.MASKED);
  }

  static Kind<Path> path(String param) {
    return of(param, "a path", Kind::pathOf);
  }

  private static Optional<Path> pathOf(String text) {
    try {
      return Optional.of(text).filter(some -> !some.isBlank()).map(Path::of);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** What a phone opens in its browser: scheme and host. */
  static Kind<URI> web() {
    return of(
        "URL",
        "https:// or http:// and a host, as https://cards.example.com",
        text -> uri(text).filter(Kind::isWeb));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isWeb(URI url) {
    return url.getHost() != null
        && ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()));
  }

  /** What a secret may be sent to: by TLS, or to this machine itself. */
  static Kind<URI> closedWeb() {
    return of(
        "URL",
        "https:// and a host, or http:// and 127.0.0.1, ::1 or localhost",
        text -> uri(text).filter(url -> isWeb(url) && isClosed(url)));
  }

  private static boolean isClosed(URI url) {
    return "https".equalsIgnoreCase(url.getScheme())
        || Set.of("127.0.0.1", "[::1]", "localhost").contains(url.getHost());
  }

  /** Amounts of money, one for each currency, with commas between. */
  static Kind<List<Money>> amounts() {
    return of(
        "AMOUNTS",
        "amounts with their currencies and commas between, as 100.00 EUR,10000.00 INR",
        Kind::amountsOf);
  }

  private static Optional<List<Money>> amountsOf(String text) {
    List<Optional<Money>> read =
        Arrays.stream(text.split(",", -1)).map(one -> Money.parse(one.strip())).toList();
    return read.stream().allMatch(Optional::isPresent)
        ? Optional.of(read.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  /** Words of a list, with commas between. */
  static Kind<Set<String>> words(List<String> list) {
    return of(
        "WORDS",
        "words of these with commas between: " + String.join(" ", list),
        text ->
            Optional.of(Arrays.stream(text.split(",", -1)).map(String::strip).toList())
                .filter(list::containsAll)
                .map(Set::copyOf));
  }

  /** Where a record is; passwords that stand in it are not shown. */
  static Kind<String> record() {
    return new Kind<>(
        "JDBC-URL",
        "jdbc:sqlite:FILE and jdbc:postgresql://HOST/NAME",
        text -> RecordUrl.parse(text).map(RecordUrl::jdbc),
        RecordUrl::shown);
  }

  /** Addresses and ranges of them, with commas between. */
  static Kind<List<AddressRange>> addresses() {
    return of(
        "ADDRESSES",
        "addresses and ranges of them with commas between, as 127.0.0.1,10.0.0.0/8,::1",
        Kind::ranges);
  }

  private static Optional<List<AddressRange>> ranges(String text) {
    List<Optional<AddressRange>> read =
        Arrays.stream(text.split(",", -1)).map(one -> AddressRange.parse(one.strip())).toList();
    return read.stream().allMatch(Optional::isPresent)
        ? Optional.of(read.stream().flatMap(Optional::stream).collect(Collectors.toList()))
        : Optional.empty();
  }
}
