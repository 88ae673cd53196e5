package tapwright.server.security;

import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.record.account.AccountSeal;

/** What is secret of accounts, in {@link Envelope}s of keys of their own or as keyed hashes. */
public final class AccountVault implements AccountSeal {

  private final Envelope codes;
  private final SecretKey recoveryKey;
  private final SecretKey tryKey;

  /** The random generator gives nonces; it must not repeat itself. */
  public AccountVault(Keys keys, RandomGenerator random) {
    this.codes = new Envelope(keys.aes("one-time codes"), Envelope.Whose.INSTALLATION, random);
    this.recoveryKey = keys.hmac("recovery codes");
    this.tryKey = keys.hmac("tries to sign in");
  }

  @Override
  public Bytes sealCodes(Bytes secret, SellerId seller, String account) {
    return codes.seal(secret.toHex(), seller + "/" + account);
  }

  @Override
  public Bytes openCodes(Bytes sealed, SellerId seller, String account) {
    return Bytes.ofHex(codes.open(sealed, seller + "/" + account));
  }

  @Override
  public Bytes recoveryHash(String code, String account) {
    return Keys.tag(recoveryKey, account + " " + code);
  }

  @Override
  public Bytes tryKey(String what) {
    return Keys.tag(tryKey, what);
  }
}
