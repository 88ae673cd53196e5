package tapwright.agent.print;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import tapwright.core.Bytes;

/** A PDF file made in memory, with the same bytes for the same content. */
final class PdfFile {

  private PdfFile() {}

  /**
   * The file that the drawing fills.
   *
   * @param identity stands in the file's identifier, which would else be taken from the clock
   */
  static Bytes drawn(long identity, Consumer<PDDocument> drawing) {
    return PdfCanvas.drawn(
        () -> {
          try (PDDocument document = new PDDocument()) {
            document.setDocumentId(identity);
            document.getDocumentInformation().setProducer("Tapwright");
            drawing.accept(document);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return Bytes.copyOf(file.toByteArray());
          }
        });
  }
}
