package tapwright.agent.print.template;

import java.util.List;
import java.util.stream.Collectors;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.page.Offset;
import tapwright.agent.print.stock.Paper;
import tapwright.agent.print.stock.SheetGrid;
import tapwright.agent.print.stock.SheetStock;
import tapwright.agent.print.stock.SingleStock;
import tapwright.agent.print.stock.Stock;
import tapwright.agent.print.stock.Stocks;

/** Reads what a template is printed on: a known stock by its id, or measures of one's own. */
final class StockReader {

  private static final double LEAST_SIDE = 5;

  private static final List<String> SINGLE = List.of("label");
  private static final List<String> SHEET = List.of("label", "paper", "first", "pitch", "count");

  private StockReader() {}

  static Stock stock(YamlValue value) {
    return value.isMapping() ? own(value) : known(value);
  }

  private static Stock known(YamlValue value) {
    return Stocks.named(value.text())
        .orElseThrow(
            () ->
                value.wrong(
                    "measures of your own or one of "
                        + Stocks.all().stream().map(Stock::id).collect(Collectors.joining(", "))));
  }

  private static Stock own(YamlValue value) {
    YamlKeys keys = value.keys();
    if (!keys.has("paper")) {
      return new SingleStock("own", "measures of your own", size(keys.only(SINGLE)));
    }
    keys.only(SHEET);
    Paper paper = keys.required("paper").oneOf(YamlValue.all(Paper.class));
    List<YamlValue> count = keys.required("count").list();
    if (count.size() != 2) {
      throw keys.required("count").wrong("a list of columns and rows");
    }
    SheetGrid grid =
        new SheetGrid(
            paper.size(),
            offset(keys.required("first")),
            offset(keys.required("pitch")),
            new SheetGrid.Count(count.get(0).whole(1, 50), count.get(1).whole(1, 100)));
    SheetStock stock = new SheetStock("own", "measures of your own", size(keys), grid);
    if (!stock.isOnPaper()) {
      throw value.wrong("a grid whose labels all lie on the paper");
    }
    return stock;
  }

  private static LabelSize size(YamlKeys keys) {
    double[] sides = keys.required("label").pair(LEAST_SIDE, LabelSize.LARGEST);
    return new LabelSize(sides[0], sides[1]);
  }

  private static Offset offset(YamlValue value) {
    double[] both = value.pair(0, LabelSize.LARGEST);
    return new Offset(both[0], both[1]);
  }
}
