package tapwright.server.app;

/**
 * One field of what was sent that cannot be taken.
 *
 * @param line the row of a list, from 1; 0 where there are no rows
 * @param field the field's name or JSON pointer
 * @param value what was seen
 * @param allowed what may stand there
 */
public record FieldError(int line, String field, String value, String allowed) {

  /** A number of things as people say it. */
  public static String counted(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
