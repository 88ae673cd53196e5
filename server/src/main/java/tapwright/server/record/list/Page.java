package tapwright.server.record.list;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The part of a list that is wanted.
 *
 * @param after the last row of the part before; empty for the first part
 * @param limit how many rows at most, 1 to {@value #MAX_LIMIT}
 */
public record Page(Optional<Place> after, int limit) {

  public static final int MAX_LIMIT = 500;

  public Page {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit is " + limit + ", allowed are 1 to " + MAX_LIMIT);
    }
  }

  /** The first part of a list. */
  public static Page first(int limit) {
    return new Page(Optional.empty(), limit);
  }

  /** Behind which of the rows found the list goes on; empty where it surely ends with them. */
  public <T> Optional<Place> next(List<T> found, Function<T, Place> placeOf) {
    return found.size() < limit ? Optional.empty() : Optional.of(placeOf.apply(found.getLast()));
  }
}
