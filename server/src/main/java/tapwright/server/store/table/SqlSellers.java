package tapwright.server.store.table;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.record.seller.Activation;
import tapwright.server.record.seller.Seller;
import tapwright.server.record.seller.Sellers;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/** {@link Sellers} in SQL. */
final class SqlSellers implements Sellers {

  private final Sql sql;

  SqlSellers(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Seller> find(SellerId seller) {
    return sql.one("SELECT * FROM seller WHERE seller = ?", SqlSellers::read, seller.value());
  }

  @Override
  public List<Seller> all() {
    return sql.list("SELECT * FROM seller ORDER BY seller", SqlSellers::read);
  }

  @Override
  public void add(Seller seller, Instant now) {
    sql.updateOne(
        "INSERT INTO seller (seller, activation, share_page, created_at) VALUES (?, ?, ?, ?)",
        seller.id().value(),
        Words.of(seller.activation()),
        seller.sharePage(),
        now);
  }

  @Override
  public void setActivation(SellerId seller, Activation activation) {
    sql.updateOne(
        "UPDATE seller SET activation = ? WHERE seller = ?", Words.of(activation), seller.value());
  }

  @Override
  public void setSharePage(SellerId seller, boolean on) {
    sql.updateOne("UPDATE seller SET share_page = ? WHERE seller = ?", on, seller.value());
  }

  @Override
  public void setHost(SellerId seller, Optional<String> host) {
    sql.updateOne("UPDATE seller SET host = ? WHERE seller = ?", host.orElse(null), seller.value());
  }

  @Override
  public String language(SellerId seller) {
    return sql.one(
            "SELECT language FROM seller WHERE seller = ?",
            row -> row.text("language"),
            seller.value())
        .orElseThrow();
  }

  @Override
  public void setLanguage(SellerId seller, String tag) {
    sql.updateOne("UPDATE seller SET language = ? WHERE seller = ?", tag, seller.value());
  }

  @Override
  public Optional<Bytes> masterKey(SellerId seller) {
    return sql.one(
            "SELECT sealed_master_key FROM seller WHERE seller = ?",
            row -> row.maybe("sealed_master_key", key -> key.bytes("sealed_master_key")),
            seller.value())
        .flatMap(key -> key);
  }

  @Override
  public void setMasterKey(SellerId seller, Optional<Bytes> sealedKey) {
    sql.updateOne(
        "UPDATE seller SET sealed_master_key = ? WHERE seller = ?",
        sealedKey.orElse(null),
        seller.value());
  }

  private static Seller read(Sql.Row row) throws SQLException {
    return new Seller(
        new SellerId(row.text("seller")),
        Words.read(Activation.class, row.text("activation")),
        row.yes("share_page"),
        row.maybe("host", some -> some.text("host")));
  }
}
