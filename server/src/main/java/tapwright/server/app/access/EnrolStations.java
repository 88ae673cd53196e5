package tapwright.server.app.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Refusal;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.IdSource;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.access.Enrolment;
import tapwright.server.record.access.Role;
import tapwright.server.record.access.SecretSource;
import tapwright.server.record.access.Token;

/** Lets stations in by a short code, so that no token is ever copied by hand. */
public final class EnrolStations {

  /** Long enough to walk to the station, short enough that a forgotten code is of no use. */
  private static final Duration CODE_LIFE = Duration.ofMinutes(15);

  private final Ledger ledger;
  private final SecretSource secrets;
  private final IdSource ids;
  private final InstantSource clock;
  private final WrongTries wrongTries = new WrongTries();

  public EnrolStations(Ledger ledger, SecretSource secrets, IdSource ids, InstantSource clock) {
    this.ledger = ledger;
    this.secrets = secrets;
    this.ids = ids;
    this.clock = clock;
  }

  /** A code to be told to a station, and until when it opens anything. */
  public record Code(String code, Instant expiresAt) {

    @Override
    public String toString() {
      return "a code until " + expiresAt;
    }
  }

  /** A token to be handed to its station. */
  public record Entry(String secret, Token token) {

    @Override
    public String toString() {
      return "the token of " + token.name();
    }
  }

  /**
   * Makes a code that a station may exchange for its token.
   *
   * @param name what staff call the station
   * @param days how long its token shall hold
   * @param madeBy who lets it in
   */
  public CompletableFuture<Answer<Code>> invite(
      SellerId seller, String name, int days, String madeBy) {
    Optional<Refusal> wrong = TokenTerms.refusal(name, days);
    if (wrong.isPresent()) {
      return CompletableFuture.completedFuture(Answer.refused(wrong.get()));
    }
    SecretSource.Drawn drawn = secrets.code();
    Instant now = clock.instant();
    Enrolment enrolment =
        new Enrolment(drawn.hash(), seller, name, days, madeBy, now, now.plus(CODE_LIFE));
    return ledger.writeAcrossSellers(
        records ->
            records.sellers().find(seller).isEmpty()
                ? Answer.refused(RunTokens.unknown(records, seller))
                : records.forSeller(seller, () -> invite(records, enrolment, drawn.reveal())));
  }

  private static Answer<Code> invite(Records records, Enrolment enrolment, String code) {
    if (MakeToken.named(records, enrolment.seller(), enrolment.name()).isPresent()) {
      return Answer.refused(AppRefusal.TOKEN_NAME_TAKEN.with("name", Shown.of(enrolment.name())));
    }
    records.enrolments().add(enrolment);
    return Answer.done(new Code(code, enrolment.expiresAt()));
  }

  /**
   * Exchanges a code for its station's token; a code that comes twice gives one token.
   *
   * @param address from where it is asked
   */
  public CompletableFuture<Answer<Entry>> redeem(String typed, String address) {
    Instant now = clock.instant();
    OptionalInt tooMany = wrongTries.tooMany(address, now);
    if (tooMany.isPresent()) {
      return CompletableFuture.completedFuture(
          Answer.refused(AccessRefusal.TRIES_LIMITED.with("count", tooMany.getAsInt())));
    }
    SecretSource.Drawn secret = secrets.token(Role.STATION);
    return ledger
        .writeAcrossSellers(
            records ->
                records
                    .enrolments()
                    .use(secrets.hashOfCode(typed), now)
                    .map(enrolment -> enter(records, enrolment, secret, now)))
        .thenApply(answer -> answer.orElseGet(() -> wrong(address, now)));
  }

  private Answer<Entry> enter(
      Records records, Enrolment enrolment, SecretSource.Drawn secret, Instant now) {
    MakeToken.Wanted wanted =
        new MakeToken.Wanted(
            enrolment.seller(), Role.STATION, enrolment.name(), enrolment.tokenDays());
    Answer<Token> made =
        records.forSeller(
            enrolment.seller(),
            () -> MakeToken.make(records, wanted, ids.next(), secret.hash(), now));
    return switch (made) {
      case Answer.Done<Token>(Token token) -> Answer.done(new Entry(secret.reveal(), token));
      case Answer.Refused<Token> refused -> Answer.refused(refused.refusal());
    };
  }

  private Answer<Entry> wrong(String address, Instant now) {
    wrongTries.add(address, now);
    return Answer.refused(AccessRefusal.CODE_REFUSED.with("minutes", CODE_LIFE.toMinutes()));
  }
}
