package tapwright.agent.print.render;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import tapwright.agent.print.text.Cluster;
import tapwright.agent.print.text.FontFace;
import tapwright.agent.print.text.PlacedGlyph;

/** One font of a PDF file, of which only the glyphs that are used are embedded. */
final class PdfFace implements Closeable {

  private final PDDocument document;
  private final Closeable file;
  private final PDType0Font font;
  private final int number;
  private final Map<Integer, String> meanings = new TreeMap<>();
  private final Set<Integer> used = new TreeSet<>();

  private PdfFace(PDDocument document, Closeable file, TrueTypeFont parsed, int number)
      throws IOException {
    this.document = document;
    this.file = file;
    this.font = PDType0Font.load(document, parsed, true);
    this.number = number;
  }

  /** The font, to be written as an object of that number. */
  static PdfFace embeddedIn(PDDocument document, FontFace face, int number) throws IOException {
    if (!face.isCollection()) {
      TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(face.open()));
      return new PdfFace(document, parsed, parsed, number);
    }
    TrueTypeCollection fonts = new TrueTypeCollection(face.open());
    TrueTypeFont[] first = new TrueTypeFont[1];
    fonts.processAllFonts(one -> first[0] = first[0] == null ? one : first[0]);
    return new PdfFace(document, fonts, first[0], number);
  }

  /** What pages call it. */
  String name() {
    return "F" + number;
  }

  int number() {
    return number;
  }

  /**
   * Takes the cluster's glyphs into the file.
   *
   * @return whether its one glyph always means this text, so that readers find it by the font alone
   */
  boolean use(Cluster cluster) {
    cluster.glyphs().forEach(glyph -> used.add(glyph.id()));
    return cluster.glyphs().size() == 1
        && cluster
            .text()
            .equals(
                meanings.computeIfAbsent(cluster.glyphs().getFirst().id(), id -> cluster.text()));
  }

  /**
   * The glyphs with the one last that reaches farthest: some readers take its end for the end of
   * what all of them mean, and see a space behind a letter whose mark is drawn last.
   */
  List<PlacedGlyph> byRightEdge(List<PlacedGlyph> glyphs) throws IOException {
    List<Edge> edges = new ArrayList<>();
    for (PlacedGlyph glyph : glyphs) {
      edges.add(new Edge(glyph.right() + font.getWidthFromFont(glyph.id()) / 1000, glyph));
    }
    edges.sort(Comparator.comparingDouble(Edge::right));
    return edges.stream().map(Edge::glyph).toList();
  }

  /** The font, once nothing more is drawn with it. */
  COSDictionary finished() throws IOException {
    font.addGlyphsToSubset(used);
    font.subset();
    byte[] map = ToUnicode.of(meanings).getBytes(StandardCharsets.US_ASCII);
    PDStream stream = new PDStream(document, new ByteArrayInputStream(map), COSName.FLATE_DECODE);
    font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
    return font.getCOSObject();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private record Edge(double right, PlacedGlyph glyph) {}
}
