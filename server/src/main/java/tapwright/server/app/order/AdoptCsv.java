package tapwright.server.app.order;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tapwright.core.ndef.LinkCounting;
import tapwright.server.app.Answer;

/** Cards that are out already as a table. */
public final class AdoptCsv {

  private static final List<String> OF_CARD =
      List.of("slug", "uid", "model", "state", "issuedAt", "activatedAt", "taps", "counter");

  private static final List<String> OF_ORDER =
      List.of(
          "order",
          "account",
          "pack",
          "purchasedAt",
          "target",
          "name",
          "title",
          "company",
          "phone",
          "email",
          "url");

  private static final CsvTable TABLE =
      new CsvTable(
          Stream.concat(OF_CARD.stream(), OF_ORDER.stream()).toList(),
          List.of("slug", "uid", "state", "name"));

  private AdoptCsv() {}

  /** The lines of the table, each to be checked further like any other line. */
  public static Answer<List<AdoptLine>> parse(String csv) {
    return TABLE.parse(csv, AdoptCsv::line);
  }

  private static AdoptLine line(CsvTable.Row row) {
    String purchasedAt = row.field("purchasedAt");
    OrderLine order =
        new OrderLine(
            row.number(),
            AdoptCards.orderNumber(row.field("order"), row.field("slug")),
            row.field("account"),
            row.field("pack"),
            OrderCsv.contact(row),
            row.field("target"),
            new ChipOrder(LinkCounting.MIRROR, false, false),
            purchasedAt.isEmpty() ? Map.of() : Map.of(AdoptCards.PURCHASED_AT, purchasedAt));
    return new AdoptLine(
        order, OF_CARD.stream().collect(Collectors.toMap(name -> name, row::field)));
  }
}
