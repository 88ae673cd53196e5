package tapwright.agent.print.render;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import tapwright.agent.print.text.FontFace;

/** The fonts of a PDF file, each embedded once, when it is first used. */
final class PdfFaces {

  private final PDDocument document;
  private final PdfFile file;
  private final Map<FontFace, PdfFace> faces = new EnumMap<>(FontFace.class);

  PdfFaces(PDDocument document, PdfFile file) {
    this.document = document;
    this.file = file;
  }

  PdfFace of(FontFace face) throws IOException {
    PdfFace known = faces.get(face);
    if (known != null) {
      return known;
    }
    PdfFace embedded = PdfFace.embeddedIn(document, face, file.reserve());
    faces.put(face, embedded);
    return embedded;
  }

  /** What pages call them, and where they lie in the file. */
  String names() {
    return faces.values().stream()
        .map(face -> "/" + face.name() + " " + PdfFile.reference(face.number()))
        .collect(Collectors.joining());
  }

  void writeTo(PdfObjects objects) throws IOException {
    for (PdfFace face : faces.values()) {
      objects.write(face.number(), face.finished());
    }
  }

  void close() throws IOException {
    for (PdfFace face : faces.values()) {
      face.close();
    }
  }
}
