package tapwright.server.store.claim;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.ReturnCause;
import tapwright.server.record.goods.CarrierScan;
import tapwright.server.record.goods.CarrierScans;
import tapwright.server.store.sql.Sql;

/** {@link CarrierScans} in SQL. */
public final class SqlCarrierScans implements CarrierScans {

  private final Sql sql;

  public SqlCarrierScans(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean add(CarrierScan scan, Instant now) {
    return sql.update(
            "INSERT INTO carrier_scan (card_id, carrier, scan_id, seller, kind, cause, at,"
                + " recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (card_id, carrier, scan_id) DO NOTHING",
            scan.card().value(),
            scan.carrier(),
            scan.scanId(),
            scan.seller().value(),
            scan.kind().word(),
            scan.cause().map(ReturnCause::word).orElse(""),
            scan.at(),
            now)
        == 1;
  }

  @Override
  public List<CarrierScan> of(SellerId seller, CardId card) {
    return sql.list(
        "SELECT * FROM carrier_scan WHERE card_id = ? AND seller = ? ORDER BY at, scan_id",
        SqlCarrierScans::read,
        card.value(),
        seller.value());
  }

  private static CarrierScan read(Sql.Row row) throws SQLException {
    return new CarrierScan(
        new CardId(row.number("card_id")),
        new SellerId(row.text("seller")),
        row.text("carrier"),
        row.text("scan_id"),
        Word.of(CarrierScan.Kind.values(), row.text("kind")),
        Word.find(Arrays.asList(ReturnCause.values()), row.text("cause")),
        row.instant("at"));
  }
}
