package tapwright.agent.print.render;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import tapwright.agent.print.page.Picture;

/** The pictures of a PDF file, each of them in it once, on however many pages it is. */
final class PdfImages {

  private final PDDocument document;
  private final Map<Picture, PDImageXObject> images = new HashMap<>();

  PdfImages(PDDocument document) {
    this.document = document;
  }

  PDImageXObject of(Picture picture) throws IOException {
    PDImageXObject known = images.get(picture);
    if (known != null) {
      return known;
    }
    PDImageXObject image = LosslessFactory.createFromImage(document, picture.image());
    images.put(picture, image);
    return image;
  }
}
