package tapwright.server.app.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.wire.WireContact;
import tapwright.server.app.Answer;

/** Orders as a table with the columns that a batch has too, and the customer's language. */
public final class OrderCsv {

  /** The columns, in any order; name is the only one that a table must have besides order. */
  public static final List<String> COLUMNS =
      List.of(
          "name",
          "title",
          "company",
          "phone",
          "email",
          "url",
          "order",
          "account",
          "pack",
          "language");

  private static final CsvTable TABLE = new CsvTable(COLUMNS, List.of("name", "order"));

  private OrderCsv() {}

  /** The lines of the table, each to be checked further like any other line. */
  public static Answer<List<OrderLine>> parse(String csv) {
    return TABLE.parse(csv, OrderCsv::line);
  }

  private static OrderLine line(CsvTable.Row row) {
    return new OrderLine(
        row.number(),
        row.field("order"),
        row.field("account"),
        row.field("pack"),
        contact(row),
        "",
        ChipOrder.USUAL,
        Map.of(),
        Optional.empty(),
        row.field("language"));
  }

  static WireContact contact(CsvTable.Row row) {
    return new WireContact(
        row.field("name"),
        row.field("title"),
        row.field("company"),
        row.field("phone"),
        row.field("email"),
        row.field("url"));
  }
}
