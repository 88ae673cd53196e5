package tapwright.agent.print.page;

/**
 * How far something is moved, in millimetres.
 *
 * @param right to the right; to the left where negative
 * @param down downwards; upwards where negative
 */
public record Offset(double right, double down) {

  public static final Offset NONE = new Offset(0, 0);

  public Offset plus(Offset other) {
    return new Offset(right + other.right, down + other.down);
  }
}
