package tapwright.server.record.access;

import tapwright.core.Bytes;

/** Draws what machines show to be let in. */
public interface SecretSource {

  /** A secret for a machine of this role. */
  Drawn token(Role role);

  /** A code that a person reads out to a station. */
  Drawn code();

  /** What is kept of a code as somebody typed it, whatever its case and hyphens. */
  Bytes hashOfCode(String typed);

  /**
   * A secret and what is kept of it.
   *
   * @param reveal the secret itself, to be shown to its owner once
   */
  record Drawn(String reveal, Bytes hash) {

    @Override
    public String toString() {
      return "a secret";
    }
  }
}
