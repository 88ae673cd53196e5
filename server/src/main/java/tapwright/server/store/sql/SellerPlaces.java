package tapwright.server.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.SellerId;

/**
 * Where a statement says whose rows it is about, as indexes of its placeholders: where it compares
 * the column {@code seller}, or fills it.
 */
final class SellerPlaces {

  private static final Pattern COMPARED = Pattern.compile("\\bseller = \\?");
  private static final Pattern FILLED =
      Pattern.compile("INSERT INTO \\w+ \\(([^)]*)\\)\\s+VALUES \\(\\?(?:, \\?)*\\)");

  private final String statement;
  private final List<Integer> places;

  private SellerPlaces(String statement, List<Integer> places) {
    this.statement = statement;
    this.places = places;
  }

  static SellerPlaces of(String statement) {
    List<Integer> places = new ArrayList<>();
    Matcher filled = FILLED.matcher(statement);
    if (filled.lookingAt()) {
      List<String> columns = Stream.of(filled.group(1).split(",")).map(String::strip).toList();
      places.add(columns.indexOf("seller"));
    }
    Matcher compared = COMPARED.matcher(statement);
    while (compared.find()) {
      places.add(
          (int) statement.substring(0, compared.start()).chars().filter(c -> c == '?').count());
    }
    places.remove(Integer.valueOf(-1));
    return new SellerPlaces(statement, List.copyOf(places));
  }

  /** Fails where the statement is not about this seller's rows alone. */
  void require(SellerId seller, @Nullable Object[] values) {
    if (places.isEmpty()) {
      throw new IllegalStateException(
          "a work of seller " + seller + " asks without its seller: " + statement);
    }
    for (int place : places) {
      if (!seller.value().equals(values[place])) {
        throw new IllegalStateException(
            "a work of seller " + seller + " asks for " + values[place] + ": " + statement);
      }
    }
  }
}
