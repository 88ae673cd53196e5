package tapwright.server.security;

import java.util.random.RandomGenerator;
import tapwright.core.Bytes;
import tapwright.server.record.access.Role;
import tapwright.server.record.access.SecretSource;

/** {@link SecretSource} from a generator whose next value cannot be guessed. */
public final class DrawnSecrets implements SecretSource {

  private final RandomGenerator random;

  public DrawnSecrets(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public Drawn token(Role role) {
    TokenSecret secret = TokenSecret.draw(role, random);
    return new Drawn(secret.reveal(), secret.hash());
  }

  @Override
  public Drawn code() {
    String code = EnrolmentCode.draw(random);
    return new Drawn(code, EnrolmentCode.hash(code));
  }

  @Override
  public Bytes hashOfCode(String typed) {
    return EnrolmentCode.hash(typed);
  }
}
