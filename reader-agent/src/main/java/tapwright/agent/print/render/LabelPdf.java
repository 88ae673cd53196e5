package tapwright.agent.print.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import tapwright.agent.print.page.LabelPage;

/**
 * A PDF file that grows page by page; fonts are embedded, and all text can be found in it.
 *
 * <p>What pages draw waits in a temporary file; each page still keeps its own objects in memory.
 * The same pages give the same bytes.
 */
public final class LabelPdf implements AutoCloseable {

  private final OutputStream out;
  private final PDDocument document;
  private final PdfFaces faces;
  private final PdfImages images;

  /**
   * A file without pages yet.
   *
   * @param out where it goes once this is finished
   * @param identity stands in the file's identifier, which would else be taken from the clock
   */
  public LabelPdf(OutputStream out, long identity) {
    this.out = out;
    this.document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    this.faces = new PdfFaces(document);
    this.images = new PdfImages(document);
    document.setDocumentId(identity);
    document.getDocumentInformation().setProducer("Tapwright");
  }

  /** Adds a page of just its size. */
  public void add(LabelPage page) throws IOException {
    PdfContent content = new PdfContent(page.size().height(), faces, images);
    for (var mark : page.marks()) {
      content.draw(mark);
    }
    PDPage added = new PDPage(rectangle(page));
    added.setResources(content.resources());
    added.setContents(
        new PDStream(document, new ByteArrayInputStream(content.bytes()), COSName.FLATE_DECODE));
    document.addPage(added);
  }

  /** Writes the file to the stream, which stays open. */
  public void finish() throws IOException {
    faces.finish();
    document.save(out, CompressParameters.NO_COMPRESSION);
    out.flush();
  }

  /** Lets go of what was drawn; what is not finished was never written. */
  @Override
  public void close() throws IOException {
    faces.close();
    document.close();
  }

  private static PDRectangle rectangle(LabelPage page) {
    return new PDRectangle(
        (float) PdfContent.points(page.size().width()),
        (float) PdfContent.points(page.size().height()));
  }
}
