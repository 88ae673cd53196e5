package tapwright.server.front.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Tries a private key on a public one: what the one signs, the other verifies. */
final class KeyProof {

  private static final byte[] TEXT = "a pair".getBytes(StandardCharsets.UTF_8);

  private KeyProof() {}

  static boolean isPair(PrivateKey key, PublicKey known) {
    try {
      Signature signing = Signature.getInstance(algorithm(known));
      signing.initSign(key);
      signing.update(TEXT);
      Signature verifying = Signature.getInstance(algorithm(known));
      verifying.initVerify(known);
      verifying.update(TEXT);
      return verifying.verify(signing.sign());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Names as in Java's list of standard names, section Signature Algorithms. */
  private static String algorithm(PublicKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    };
  }
}
