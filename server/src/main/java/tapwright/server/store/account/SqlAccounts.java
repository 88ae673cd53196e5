package tapwright.server.store.account;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.record.access.Role;
import tapwright.server.record.account.Account;
import tapwright.server.record.account.Accounts;
import tapwright.server.record.account.Proof;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/** {@link Accounts} in SQL. */
public final class SqlAccounts implements Accounts {

  private final Sql sql;

  public SqlAccounts(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Account> find(SellerId seller, String name) {
    return sql.one(
        "SELECT * FROM account WHERE seller = ? AND name = ?",
        SqlAccounts::read,
        seller.value(),
        name);
  }

  @Override
  public Optional<Account> byId(SellerId seller, String accountId) {
    return sql.one(
        "SELECT * FROM account WHERE seller = ? AND account_id = ?",
        SqlAccounts::read,
        seller.value(),
        accountId);
  }

  @Override
  public List<Account> of(SellerId seller) {
    return sql.list(
        "SELECT * FROM account WHERE seller = ? ORDER BY name", SqlAccounts::read, seller.value());
  }

  @Override
  public void add(Account account) {
    sql.updateOne(
        "INSERT INTO account (account_id, seller, name, role, password, sealed_secret, used_step,"
            + " created_at, disabled_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        account.id(),
        account.seller().value(),
        account.name(),
        Words.of(account.role()),
        account.proof().password(),
        account.proof().sealedSecret().orElse(null),
        account.proof().usedStep(),
        account.createdAt(),
        account.disabledAt().orElse(null));
  }

  @Override
  public void update(Account account) {
    sql.updateOne(
        "UPDATE account SET role = ?, password = ?, sealed_secret = ?, used_step = ?,"
            + " disabled_at = ? WHERE seller = ? AND account_id = ?",
        Words.of(account.role()),
        account.proof().password(),
        account.proof().sealedSecret().orElse(null),
        account.proof().usedStep(),
        account.disabledAt().orElse(null),
        account.seller().value(),
        account.id());
  }

  @Override
  public void setRecoveryCodes(Account account, Collection<Bytes> hashes) {
    sql.update(
        "DELETE FROM recovery_code WHERE seller = ? AND account_id = ?",
        account.seller().value(),
        account.id());
    sql.updateEach(
        "INSERT INTO recovery_code (account_id, hash, seller) VALUES (?, ?, ?)",
        hashes,
        hash -> new Object[] {account.id(), hash, account.seller().value()});
  }

  @Override
  public boolean useRecoveryCode(Account account, Bytes hash) {
    int used =
        sql.update(
            "DELETE FROM recovery_code WHERE seller = ? AND account_id = ? AND hash = ?",
            account.seller().value(),
            account.id(),
            hash);
    return used == 1;
  }

  private static Account read(Sql.Row row) throws SQLException {
    return new Account(
        row.text("account_id"),
        new SellerId(row.text("seller")),
        row.text("name"),
        Words.read(Role.class, row.text("role")),
        proof(row),
        row.instant("created_at"),
        row.maybe("disabled_at", at -> at.instant("disabled_at")));
  }

  private static Proof proof(Sql.Row row) throws SQLException {
    return new Proof(
        row.text("password"),
        row.maybe("sealed_secret", one -> one.bytes("sealed_secret")),
        row.number("used_step"));
  }
}
