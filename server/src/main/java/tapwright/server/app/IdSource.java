package tapwright.server.app;

/** Gives keys that were never given before. */
@FunctionalInterface
public interface IdSource {

  /** A new key of letters and digits. */
  String next();
}
