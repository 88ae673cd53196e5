package tapwright.server.store.table;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.record.seller.Scope;
import tapwright.server.record.seller.Token;
import tapwright.server.record.seller.Tokens;
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
        "INSERT INTO token (token_id, seller, scope, name, hash, created_at, revoked_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        token.id(),
        token.seller().value(),
        Words.of(token.scope()),
        token.name(),
        token.hash(),
        token.createdAt(),
        token.revokedAt().orElse(null));
  }

  @Override
  public void revoke(String tokenId, Instant at) {
    sql.updateOne("UPDATE token SET revoked_at = ? WHERE token_id = ?", at, tokenId);
  }

  private static Token read(Sql.Row row) throws SQLException {
    return new Token(
        row.text("token_id"),
        new SellerId(row.text("seller")),
        Words.read(Scope.class, row.text("scope")),
        row.text("name"),
        row.bytes("hash"),
        row.instant("created_at"),
        row.maybe("revoked_at", at -> at.instant("revoked_at")));
  }
}
