package tapwright.agent.print.page;

import java.util.ArrayList;
import java.util.List;
import tapwright.core.qr.QrSymbol;

/**
 * Dark modules side by side in one row.
 *
 * @param column of the first one, from the outer edge of the quiet zone
 * @param row likewise
 * @param length how many there are
 */
public record DarkRun(int column, int row, int length) {

  static List<DarkRun> allOf(QrSymbol symbol) {
    List<DarkRun> runs = new ArrayList<>();
    for (int row = 0; row < symbol.size(); row++) {
      int column = 0;
      while (column < symbol.size()) {
        int length = lengthAt(symbol, column, row);
        if (length > 0) {
          runs.add(new DarkRun(column + QrSymbol.QUIET_ZONE, row + QrSymbol.QUIET_ZONE, length));
        }
        column += length + 1;
      }
    }
    return runs;
  }

  private static int lengthAt(QrSymbol symbol, int column, int row) {
    int end = column;
    while (symbol.isDark(end, row)) {
      end++;
    }
    return end - column;
  }
}
