package tapwright.server.store.account;

import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.record.access.Role;
import tapwright.server.record.provider.Admission;
import tapwright.server.record.provider.IdentityProvider;
import tapwright.server.record.provider.Providers;
import tapwright.server.record.provider.Subject;
import tapwright.server.store.sql.Json;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/** {@link Providers} in SQL. */
public final class SqlProviders implements Providers {

  private final Sql sql;

  public SqlProviders(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<IdentityProvider> of(SellerId seller) {
    return sql.one(
        "SELECT * FROM identity_provider WHERE seller = ?", SqlProviders::read, seller.value());
  }

  @Override
  public void set(IdentityProvider provider, Instant now) {
    sql.updateOne(
        "INSERT INTO identity_provider (seller, name, issuer, client_id, sealed_secret, scope,"
            + " admission, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (seller) DO"
            + " UPDATE SET name = excluded.name, issuer = excluded.issuer, client_id ="
            + " excluded.client_id, sealed_secret = excluded.sealed_secret, scope = excluded.scope,"
            + " admission = excluded.admission, changed_at = excluded.changed_at",
        provider.seller().value(),
        provider.name(),
        provider.issuer().toString(),
        provider.client().id(),
        provider.client().sealedSecret().orElse(null),
        provider.client().scope(),
        Json.text(AdmissionText.of(provider.admission())),
        now);
  }

  @Override
  public void remove(SellerId seller) {
    sql.update("DELETE FROM identity_provider WHERE seller = ?", seller.value());
  }

  @Override
  public Optional<Subject> subject(SellerId seller, Bytes mark) {
    return sql.one(
        "SELECT * FROM provider_subject WHERE seller = ? AND mark = ?",
        SqlProviders::readSubject,
        seller.value(),
        mark);
  }

  @Override
  public Optional<Subject> subjectOf(SellerId seller, String account) {
    return sql.one(
        "SELECT * FROM provider_subject WHERE seller = ? AND account_id = ?",
        SqlProviders::readSubject,
        seller.value(),
        account);
  }

  @Override
  public List<Subject> subjects(SellerId seller) {
    return sql.list(
        "SELECT * FROM provider_subject WHERE seller = ? ORDER BY account_id",
        SqlProviders::readSubject,
        seller.value());
  }

  @Override
  public void bind(Subject subject) {
    sql.updateOne(
        "INSERT INTO provider_subject (account_id, seller, mark, bound_at) VALUES (?, ?, ?, ?)",
        subject.account(),
        subject.seller().value(),
        subject.mark(),
        subject.boundAt());
  }

  @Override
  public boolean unbind(SellerId seller, String account) {
    return sql.update(
            "DELETE FROM provider_subject WHERE seller = ? AND account_id = ?",
            seller.value(),
            account)
        == 1;
  }

  private static IdentityProvider read(Sql.Row row) throws SQLException {
    return new IdentityProvider(
        new SellerId(row.text("seller")),
        row.text("name"),
        URI.create(row.text("issuer")),
        new IdentityProvider.Client(
            row.text("client_id"),
            row.maybe("sealed_secret", one -> one.bytes("sealed_secret")),
            row.text("scope")),
        Json.read(row.text("admission"), AdmissionText.class).admission());
  }

  private static Subject readSubject(Sql.Row row) throws SQLException {
    return new Subject(
        row.text("account_id"),
        new SellerId(row.text("seller")),
        row.bytes("mark"),
        row.instant("bound_at"));
  }

  /**
   * An admission as its column holds it.
   *
   * @param roles each a group and the word of a role
   * @param group at most one
   */
  private record AdmissionText(
      String claim, List<List<String>> roles, List<String> domains, List<String> group) {

    static AdmissionText of(Admission admission) {
      return new AdmissionText(
          admission.claim(),
          admission.roles().stream()
              .map(one -> List.of(one.group(), Words.of(one.role())))
              .toList(),
          admission.domains(),
          admission.group().stream().toList());
    }

    Admission admission() {
      return new Admission(
          claim,
          roles.stream()
              .map(one -> new Admission.GroupRole(one.get(0), Words.read(Role.class, one.get(1))))
              .toList(),
          domains,
          group.stream().findFirst());
    }
  }
}
