package tapwright.agent.print.text;

/**
 * One font file of those that Tapwright brings, in the order in which they are asked for glyphs.
 */
public enum FontFace {
  /** Latin with Vietnamese, Greek, Cyrillic. */
  SANS("NotoSans-Regular.ttf"),
  SANS_BOLD("NotoSans-Bold.ttf"),
  ARABIC("NotoSansArabic-Regular.ttf"),
  ARABIC_BOLD("NotoSansArabic-Bold.ttf"),
  DEVANAGARI("NotoSansDevanagari-Regular.ttf"),
  DEVANAGARI_BOLD("NotoSansDevanagari-Bold.ttf"),
  /** Chinese, Japanese, Korean; in one weight. */
  CJK("DroidSansFallbackFull.ttf");

  private final String file;

  FontFace(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }
}
