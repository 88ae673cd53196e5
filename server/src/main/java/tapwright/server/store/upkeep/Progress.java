package tapwright.server.store.upkeep;

/** Is told how far long work has come. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress SILENT = (doing, done) -> {};

  /** Rows between two reports. */
  long STEP = 1_000_000;

  /**
   * So much of this was done.
   *
   * @param doing what is being done, as {@code comparing hits}
   * @param done how many rows so far
   */
  void at(String doing, long done);
}
