package tapwright.server.record.account;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import tapwright.core.Bytes;

/** One-time codes that a person's phone shows (RFC 6238). */
public interface CodeCheck {

  /** A new secret for a phone. */
  Bytes drawSecret();

  /** A new code for the day when the phone is lost. */
  String drawRecoveryCode();

  /**
   * The time step whose code it is.
   *
   * @param usedStep no code of this step or an earlier one is taken
   */
  OptionalLong step(Bytes secret, String code, Instant now, long usedStep);

  /** The secret as it is typed into a phone. */
  String base32(Bytes secret);

  /** The secret that is typed so; empty where it is none. */
  Optional<Bytes> secret(String base32);

  /** The secret as a phone reads it from a QR code. */
  String uri(Bytes secret, String issuer, String name);
}
