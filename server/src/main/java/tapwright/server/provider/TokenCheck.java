package tapwright.server.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tapwright.server.app.provider.Identity;

/**
 * Checks ID tokens (OpenID Connect Core 1.0 section 3.1.3.7): the library checks signature, issuer,
 * audience, nonce and end, and here is checked what it leaves to its caller.
 *
 * @param now when
 * @param wanted what the token must say
 */
record TokenCheck(Instant now, Wanted wanted) {

  /** None of them lets a public key serve as a secret, and none is no signature at all. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  /** By how much a provider's clock may be off. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  /** A token is made when its code is redeemed; one that is older was made for something else. */
  private static final Duration OLDEST = Duration.ofMinutes(10);

  private static final int LONGEST_SUBJECT = 255;
  private static final int MOST_GROUPS = 1_000;

  /**
   * What a token must say to be good.
   *
   * @param client to whom it is given
   * @param groups which claim names the person's groups
   */
  record Wanted(String issuer, String client, String nonce, String groups) {

    /** Says nothing of the nonce. */
    @Override
    public String toString() {
      return "Wanted";
    }
  }

  /** The key that a token names; empty where it names none, or is no signed token. */
  static Optional<String> keyOf(String token) {
    try {
      return Optional.ofNullable(SignedJWT.parse(token).getHeader().getKeyID());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  /** Whom the token is of; empty where it is not good. */
  Optional<Identity> identity(String token, JWKSet keys) {
    try {
      return Optional.of(processor(keys).process(token, null))
          .filter(this::isForUs)
          .filter(this::isNew)
          .flatMap(this::identity);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return Optional.empty();
    }
  }

  private DefaultJWTProcessor<SecurityContext> processor(JWKSet keys) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
    processor.setJWTClaimsSetVerifier(new Claims(now, wanted));
    return processor;
  }

  /** What the library compares, at our time. */
  private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
    private final Date time;

    Claims(Instant now, Wanted wanted) {
      super(
          wanted.client(),
          new JWTClaimsSet.Builder().issuer(wanted.issuer()).claim("nonce", wanted.nonce()).build(),
          Set.of("sub", "exp", "iat"));
      this.time = Date.from(now);
      setMaxClockSkew((int) SKEW.toSeconds());
    }

    @Override
    protected Date currentTime() {
      return time;
    }
  }

  /** Whoever else may read it too, it was given to us: so says azp where there are others. */
  private boolean isForUs(JWTClaimsSet claims) {
    Object party = claims.getClaim("azp");
    return party == null ? claims.getAudience().size() == 1 : party.equals(wanted.client());
  }

  private boolean isNew(JWTClaimsSet claims) {
    Instant made = claims.getIssueTime().toInstant();
    return !made.isAfter(now.plus(SKEW)) && !made.isBefore(now.minus(OLDEST).minus(SKEW));
  }

  private Optional<Identity> identity(JWTClaimsSet claims) {
    String subject = claims.getSubject();
    return subject.isEmpty() || subject.length() > LONGEST_SUBJECT
        ? Optional.empty()
        : Optional.of(new Identity(subject, email(claims), groups(claims)));
  }

  /** Only an address of which the provider says that it is the person's. */
  private static Optional<String> email(JWTClaimsSet claims) {
    return Boolean.TRUE.equals(claims.getClaim("email_verified"))
            && claims.getClaim("email") instanceof String email
        ? Optional.of(email)
        : Optional.empty();
  }

  /** One text or a list of texts; whatever else is there is no group. */
  private List<String> groups(JWTClaimsSet claims) {
    Object value = claims.getClaim(wanted.groups());
    if (value instanceof List<?> many) {
      return many.stream()
          .limit(MOST_GROUPS)
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .toList();
    }
    return value instanceof String one ? List.of(one) : List.of();
  }
}
