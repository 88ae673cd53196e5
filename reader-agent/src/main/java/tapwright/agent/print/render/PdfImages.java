package tapwright.agent.print.render;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import tapwright.agent.print.page.Picture;

/** The pictures of a PDF file, each of them in it once, on however many pages it is. */
final class PdfImages {

  private final PDDocument document;
  private final PdfFile file;
  private final Map<Picture, Integer> numbers = new LinkedHashMap<>();

  PdfImages(PDDocument document, PdfFile file) {
    this.document = document;
    this.file = file;
  }

  /** What pages call it. */
  String nameOf(Picture picture) {
    return name(numbers.computeIfAbsent(picture, first -> file.reserve()));
  }

  /** What pages call them, and where they lie in the file. */
  String names() {
    return numbers.values().stream()
        .map(number -> "/" + name(number) + " " + PdfFile.reference(number))
        .collect(Collectors.joining());
  }

  void writeTo(PdfObjects objects) throws IOException {
    for (Map.Entry<Picture, Integer> one : numbers.entrySet()) {
      objects.write(
          one.getValue(),
          LosslessFactory.createFromImage(document, one.getKey().image()).getCOSObject());
    }
  }

  private static String name(int number) {
    return "I" + number;
  }
}
