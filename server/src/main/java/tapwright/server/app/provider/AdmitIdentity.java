package tapwright.server.app.provider;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.app.IdSource;
import tapwright.server.app.account.OpenedSession;
import tapwright.server.app.account.RunSessions;
import tapwright.server.app.account.SessionSecrets;
import tapwright.server.record.Records;
import tapwright.server.record.access.Role;
import tapwright.server.record.account.Account;
import tapwright.server.record.account.Proof;
import tapwright.server.record.provider.Admission;
import tapwright.server.record.provider.IdentityProvider;
import tapwright.server.record.provider.ProviderSeal;
import tapwright.server.record.provider.Subject;

/**
 * Turns a person for whom a provider vouches into an account with its session.
 *
 * <p>Who somebody is, the subject alone says: an e-mail address, which providers give away anew and
 * let people change, only names an account that is made.
 */
public record AdmitIdentity(ProviderSeal seal, IdSource ids, InstantSource clock) {

  /**
   * A secret for the person's browser.
   *
   * @param text as the browser keeps it
   * @param secrets by which the record knows it again
   */
  record Secret(String text, SessionSecrets secrets) {

    Bytes hash() {
      return secrets.hash().apply(text);
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
      return "Secret";
    }
  }

  /** Opens a session, in the role that the person has now. */
  Answer<OpenedSession> admit(
      Records records, IdentityProvider provider, Identity identity, Secret secret) {
    Bytes mark = seal.mark(provider.issuer(), identity.subject());
    Optional<Account> bound =
        records
            .providers()
            .subject(provider.seller(), mark)
            .flatMap(one -> records.accounts().byId(one.seller(), one.account()));
    return switch (role(provider.admission(), identity)) {
      case Answer.Refused<Role> refused -> shutOut(records, bound, refused.refusal());
      case Answer.Done<Role>(Role role) ->
          bound.isPresent()
              ? known(records, bound.get().with(role), secret)
              : made(records, new Newcomer(provider, identity, mark, role), secret);
    };
  }

  private static Answer<Role> role(Admission admission, Identity identity) {
    if (!admission.admits(identity.email(), identity.groups())) {
      return Answer.refused(ProviderRefusal.NOT_ADMITTED.with());
    }
    return admission
        .roleOf(identity.groups())
        .map(Answer::done)
        .orElseGet(() -> Answer.refused(ProviderRefusal.ROLE_MISSING.with()));
  }

  /** Whom the provider says may not any more is out of every browser. */
  private static Answer<OpenedSession> shutOut(
      Records records, Optional<Account> bound, Refusal refusal) {
    bound.ifPresent(account -> records.sessions().endAll(account.seller(), account.id()));
    return Answer.refused(refusal);
  }

  private Answer<OpenedSession> known(Records records, Account account, Secret secret) {
    if (!account.isEnabled()) {
      return Answer.refused(ProviderRefusal.ACCOUNT_SHUT.with());
    }
    records.accounts().update(account);
    return Answer.done(opened(records, account, secret));
  }

  private OpenedSession opened(Records records, Account account, Secret secret) {
    RunSessions.open(records, account, secret.hash(), clock.instant());
    return new OpenedSession(secret.text(), RunSessions.caller(account));
  }

  /** Somebody who is here for the first time. */
  private record Newcomer(IdentityProvider provider, Identity identity, Bytes mark, Role role) {}

  private Answer<OpenedSession> made(Records records, Newcomer newcomer, Secret secret) {
    Optional<String> name =
        newcomer
            .identity()
            .email()
            .map(email -> email.toLowerCase(Locale.ROOT))
            .filter(Account::isName);
    if (name.isEmpty()) {
      return Answer.refused(ProviderRefusal.NAME_MISSING.with());
    }
    if (records.accounts().find(newcomer.provider().seller(), name.get()).isPresent()) {
      return Answer.refused(ProviderRefusal.ACCOUNT_TAKEN.with());
    }
    Account account = account(newcomer, name.get());
    records.accounts().add(account);
    records
        .providers()
        .bind(new Subject(account.id(), account.seller(), newcomer.mark(), account.createdAt()));
    return Answer.done(opened(records, account, secret));
  }

  private Account account(Newcomer newcomer, String name) {
    return new Account(
        ids.next(),
        newcomer.provider().seller(),
        name,
        newcomer.role(),
        Proof.NONE,
        clock.instant(),
        Optional.empty());
  }
}
