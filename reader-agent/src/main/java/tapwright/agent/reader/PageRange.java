package tapwright.agent.reader;

import tapwright.core.Bytes;

/** Pages as channels are asked for them, and as faults speak of them. */
final class PageRange {

  private static final int LAST_ADDRESS = 0xFF;
  private static final int PAGE_SIZE = 4;

  private PageRange() {}

  static void check(int first, int last) {
    if (first < 0 || last > LAST_ADDRESS || first > last) {
      throw new IllegalArgumentException(
          "pages are %d to %d, allowed are 0 to 255 in this order".formatted(first, last));
    }
  }

  static void checkPage(Bytes data) {
    if (data.size() != PAGE_SIZE) {
      throw new IllegalArgumentException("data has " + data.size() + " bytes, a page has 4");
    }
  }

  static String reading(int first, int last) {
    return "reading pages %02Xh to %02Xh".formatted(first, last);
  }

  static String writing(int page) {
    return "writing page %02Xh".formatted(page);
  }
}
