package tapwright.server.record.watch;

/**
 * A change of the record's tables that was made.
 *
 * @param version the schema version that it led to
 * @param description what its file is called, with blanks for underscores
 */
public record SchemaStep(int version, String description) {

  /** What the description of a step begins with that only adds. */
  public static final String EXPANDS = "expand ";

  public SchemaStep {
    if (version < 1) {
      throw new IllegalArgumentException("version is " + version + ", allowed are 1 and more");
    }
  }

  /** Whether programs that do not know of it go on working. */
  public boolean expands() {
    return description.startsWith(EXPANDS);
  }
}
