package tapwright.server.store.upkeep.move;

/**
 * A table that was moved.
 *
 * @param name which
 * @param rows how many rows it has
 * @param from what the rows add up to where they came from
 * @param to what they add up to where they are now
 */
public record MovedTable(String name, long rows, String from, String to) {

  public boolean isEqual() {
    return from.equals(to);
  }
}
