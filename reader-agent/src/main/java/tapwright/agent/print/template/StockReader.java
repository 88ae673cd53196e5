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
import tapwright.core.yaml.YamlMap;
import tapwright.core.yaml.YamlNode;

/** Reads what a template is printed on: a known stock by its id, or measures of one's own. */
final class StockReader {

  private static final double LEAST_SIDE = 5;

  private static final List<String> SINGLE = List.of("label");
  private static final List<String> SHEET = List.of("label", "paper", "first", "pitch", "count");

  private StockReader() {}

  static Stock stock(YamlNode value) {
    return value.isMap() ? own(value) : known(value);
  }

  private static Stock known(YamlNode value) {
    return Stocks.named(value.text())
        .orElseThrow(
            () ->
                value.wrong(
                    "measures of your own or one of "
                        + Stocks.all().stream().map(Stock::id).collect(Collectors.joining(", "))));
  }

  private static Stock own(YamlNode value) {
    if (!value.names().has("paper")) {
      return new SingleStock("own", "measures of your own", size(value.map(SINGLE)));
    }
    YamlMap keys = value.map(SHEET);
    Paper paper = NameReader.name(keys.required("paper"), Paper.class);
    List<YamlNode> count = keys.required("count").list();
    if (count.size() != 2) {
      throw keys.required("count").wrong("a list of columns and rows");
    }
    SheetGrid grid =
        new SheetGrid(
            paper.size(),
            offset(keys.required("first")),
            offset(keys.required("pitch")),
            new SheetGrid.Count((int) count.get(0).whole(1, 50), (int) count.get(1).whole(1, 100)));
    SheetStock stock = new SheetStock("own", "measures of your own", size(keys), grid);
    if (!stock.isOnPaper()) {
      throw value.wrong("a grid whose labels all lie on the paper");
    }
    if (!stock.isApart()) {
      throw keys.required("pitch").wrong("the label's size or more");
    }
    return stock;
  }

  private static LabelSize size(YamlMap keys) {
    Pair sides = Pair.of(keys.required("label"), LEAST_SIDE, LabelSize.LARGEST);
    return new LabelSize(sides.first(), sides.second());
  }

  private static Offset offset(YamlNode value) {
    Pair both = Pair.of(value, 0, LabelSize.LARGEST);
    return new Offset(both.first(), both.second());
  }
}
