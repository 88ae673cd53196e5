package tapwright.agent.print;

import java.util.ArrayList;
import java.util.List;
import tapwright.core.qr.QrSymbol;

/** Dark modules side by side in one row, the quiet zone not counted. */
record DarkRun(int column, int row, int length) {

  static List<DarkRun> allOf(QrSymbol symbol) {
    List<DarkRun> runs = new ArrayList<>();
    for (int row = 0; row < symbol.size(); row++) {
      int column = 0;
      while (column < symbol.size()) {
        int length = lengthAt(symbol, column, row);
        if (length > 0) {
          runs.add(new DarkRun(column, row, length));
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
