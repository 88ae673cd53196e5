package tapwright.server.app;

/**
 * A machine or a person that asks for something, as it is written down beside what was done.
 *
 * @param id the key of its token or account
 * @param name what staff call it
 */
public record Actor(Kind kind, String id, String name) {

  /** How an actor showed who it is. */
  public enum Kind {
    /** A machine, by its token. */
    TOKEN,
    /** A person, by an account. */
    ACCOUNT
  }

  /** The machine that has this token. */
  public static Actor token(String id, String name) {
    return new Actor(Kind.TOKEN, id, name);
  }

  /** The person whose account this is. */
  public static Actor account(String id, String name) {
    return new Actor(Kind.ACCOUNT, id, name);
  }
}
