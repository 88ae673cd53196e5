package tapwright.server.record.account;

import java.util.Optional;
import tapwright.core.Bytes;

/**
 * By what a person shows who they are.
 *
 * @param password what is kept of the password; empty where no password opens the account
 * @param sealedSecret the secret of the one-time codes, sealed; empty where none are asked for
 * @param usedStep the time step of the last one-time code that was taken: none is taken twice
 */
public record Proof(String password, Optional<Bytes> sealedSecret, long usedStep) {

  /** Nothing that is kept here: an identity provider vouches for the person. */
  public static final Proof NONE = new Proof("", Optional.empty(), 0);

  /** A password and nothing else. */
  public static Proof ofPassword(String kept) {
    return new Proof(kept, Optional.empty(), 0);
  }

  /** Whether a password opens the account at all. */
  public boolean hasPassword() {
    return !password.isEmpty();
  }

  /** Another password. */
  public Proof withPassword(String kept) {
    return new Proof(kept, sealedSecret, usedStep);
  }

  /** One-time codes by another secret, or none. */
  public Proof withSecret(Optional<Bytes> sealed, long step) {
    return new Proof(password, sealed, step);
  }

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return "Proof";
  }
}
