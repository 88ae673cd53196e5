package tapwright.agent.print.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import tapwright.agent.print.page.LabelPage;

/**
 * A PDF file that grows page by page; fonts are embedded, and all text can be found in it.
 *
 * <p>A page goes to the stream at once, so that ten thousand of them take no more memory than ten:
 * what is kept is where each lies, the glyphs in use and the pictures. Fonts, of which only the
 * glyphs in use are embedded, come last; all pages share them. The same pages give the same bytes.
 */
public final class LabelPdf implements AutoCloseable {

  private final PdfFile file;
  private final long identity;
  private final PDDocument parts;
  private final PdfFaces faces;
  private final PdfImages images;
  private final int tree;
  private final int resources;
  private final List<Integer> pages = new ArrayList<>();

  /**
   * A file without pages yet.
   *
   * @param out where it goes, from now on until this is finished
   * @param identity stands in the file's identifier, which would else be taken from the clock
   */
  public LabelPdf(OutputStream out, long identity) throws IOException {
    this.file = new PdfFile(out);
    this.identity = identity;
    this.parts = new PDDocument();
    this.faces = new PdfFaces(parts, file);
    this.images = new PdfImages(parts, file);
    this.tree = file.reserve();
    this.resources = file.reserve();
  }

  /** Adds a page of just its size. */
  public void add(LabelPage page) throws IOException {
    PdfContent content = new PdfContent(page.size().height(), faces, images);
    for (var mark : page.marks()) {
      content.draw(mark);
    }
    int drawn = file.reserve();
    file.content(drawn, content.bytes());
    int number = file.reserve();
    file.object(
        number,
        "<</Type/Page/Parent %s/MediaBox[0 0 %s %s]/Resources %s/Contents %s>>"
            .formatted(
                PdfFile.reference(tree),
                PdfContent.number(PdfContent.points(page.size().width())),
                PdfContent.number(PdfContent.points(page.size().height())),
                PdfFile.reference(resources),
                PdfFile.reference(drawn)));
    pages.add(number);
  }

  /** Writes what is left to the stream, which stays open; without it the file is none. */
  public void finish() throws IOException {
    PdfObjects objects = new PdfObjects(file);
    faces.writeTo(objects);
    images.writeTo(objects);
    file.object(
        resources, "<</Font<<%s>>/XObject<<%s>>>>".formatted(faces.names(), images.names()));
    String kids = pages.stream().map(PdfFile::reference).collect(Collectors.joining("\n"));
    file.object(tree, "<</Type/Pages/Count %d/Kids[%s]>>".formatted(pages.size(), kids));
    int catalog = file.reserve();
    file.object(catalog, "<</Type/Catalog/Pages " + PdfFile.reference(tree) + ">>");
    int information = file.reserve();
    file.object(information, "<</Producer(Tapwright)>>");
    file.end(catalog, information, identity);
  }

  /** Lets go of fonts and pictures. */
  @Override
  public void close() throws IOException {
    faces.close();
    parts.close();
  }
}
