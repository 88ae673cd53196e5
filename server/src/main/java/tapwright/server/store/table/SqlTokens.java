package tapwright.server.store.table;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.record.access.Role;
import tapwright.server.record.access.Token;
import tapwright.server.record.access.TokenLife;
import tapwright.server.record.access.Tokens;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/** {@link Tokens} in SQL. */
final class SqlTokens implements Tokens {

  private final Sql sql;

  SqlTokens(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Token> byHash(Bytes hash) {
    return sql.one("SELECT * FROM token WHERE hash = ?", SqlTokens::read, hash);
  }

  @Override
  public List<Token> of(SellerId seller) {
    return sql.list(
        "SELECT * FROM token WHERE seller = ? ORDER BY name", SqlTokens::read, seller.value());
  }

  @Override
  public void add(Token token) {
    sql.updateOne(
        "INSERT INTO token (token_id, seller, scope, name, hash, created_at, expires_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        token.id(),
        token.seller().value(),
        Words.of(token.role()),
        token.name(),
        token.hash(),
        token.life().createdAt(),
        token.life().expiresAt().orElse(null));
  }

  @Override
  public void revoke(SellerId seller, String tokenId, Instant at) {
    sql.updateOne(
        "UPDATE token SET revoked_at = ? WHERE token_id = ? AND seller = ?",
        at,
        tokenId,
        seller.value());
  }

  @Override
  public void seen(SellerId seller, String tokenId, Instant at) {
    sql.updateOne(
        "UPDATE token SET last_seen_at = ? WHERE token_id = ? AND seller = ?",
        at,
        tokenId,
        seller.value());
  }

  @Override
  public void refused(SellerId seller, String tokenId, Instant at) {
    sql.updateOne(
        "UPDATE token SET last_refused_at = ? WHERE token_id = ? AND seller = ?",
        at,
        tokenId,
        seller.value());
  }

  private static Token read(Sql.Row row) throws SQLException {
    return new Token(
        row.text("token_id"),
        new SellerId(row.text("seller")),
        Words.read(Role.class, row.text("scope")),
        row.text("name"),
        row.bytes("hash"),
        life(row));
  }

  private static TokenLife life(Sql.Row row) throws SQLException {
    return new TokenLife(
        row.instant("created_at"),
        maybe(row, "expires_at"),
        maybe(row, "revoked_at"),
        maybe(row, "last_seen_at"),
        maybe(row, "last_refused_at"));
  }

  private static Optional<Instant> maybe(Sql.Row row, String column) throws SQLException {
    return row.maybe(column, some -> some.instant(column));
  }
}
