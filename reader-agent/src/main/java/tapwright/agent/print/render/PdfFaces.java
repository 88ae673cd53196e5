package tapwright.agent.print.render;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import tapwright.agent.print.text.FontFace;

/** The fonts of a PDF file, each embedded once, when it is first used. */
final class PdfFaces {

  private final PDDocument document;
  private final Map<FontFace, PdfFace> faces = new EnumMap<>(FontFace.class);

  PdfFaces(PDDocument document) {
    this.document = document;
  }

  PdfFace of(FontFace face) throws IOException {
    PdfFace known = faces.get(face);
    if (known != null) {
      return known;
    }
    PdfFace embedded = PdfFace.embeddedIn(document, face);
    faces.put(face, embedded);
    return embedded;
  }

  void finish() throws IOException {
    for (PdfFace face : faces.values()) {
      face.finish();
    }
  }

  void close() throws IOException {
    for (PdfFace face : faces.values()) {
      face.close();
    }
  }
}
