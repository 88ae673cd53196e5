package tapwright.agent.print.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.COSWriter;

/**
 * Fonts and pictures that PDFBox made, as objects of a file (ISO 32000-1, section 7.3). Streams
 * become objects of their own, as they must; all else stands where it is used.
 */
final class PdfObjects {

  private final PdfFile file;
  private final IdentityHashMap<COSStream, Integer> numbers = new IdentityHashMap<>();
  private final ArrayDeque<COSStream> waiting = new ArrayDeque<>();

  PdfObjects(PdfFile file) {
    this.file = file;
  }

  /** Writes the object under a number that was reserved, and the streams that it refers to. */
  void write(int number, COSBase object) throws IOException {
    file.object(number, object instanceof COSStream stream ? stream(stream) : direct(object));
    while (!waiting.isEmpty()) {
      COSStream next = waiting.remove();
      file.object(numberOf(next), stream(next));
    }
  }

  private byte[] stream(COSStream stream) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    dictionary(stream, body);
    body.writeBytes(PdfFile.ascii("\nstream\n"));
    try (InputStream raw = stream.createRawInputStream()) {
      raw.transferTo(body);
    }
    body.writeBytes(PdfFile.ascii("\nendstream"));
    return body.toByteArray();
  }

  private byte[] direct(COSBase object) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    value(object, body);
    return body.toByteArray();
  }

  private void value(COSBase object, ByteArrayOutputStream out) throws IOException {
    switch (object) {
      case COSStream stream -> out.writeBytes(PdfFile.ascii(PdfFile.reference(numberOf(stream))));
      case COSDictionary dictionary -> dictionary(dictionary, out);
      case COSArray array -> array(array, out);
      case COSName name -> name.writePDF(out);
      case COSInteger whole -> whole.writePDF(out);
      case COSFloat number -> number.writePDF(out);
      case COSBoolean truth -> truth.writePDF(out);
      case COSString text -> COSWriter.writeString(text, out);
      case COSNull nothing -> nothing.writePDF(out);
      default -> throw new IllegalArgumentException("object is " + object + ", which has no form");
    }
  }

  private void dictionary(COSDictionary dictionary, ByteArrayOutputStream out) throws IOException {
    out.writeBytes(PdfFile.ascii("<<"));
    for (COSName key : dictionary.keySet()) {
      key.writePDF(out);
      out.write(' ');
      value(dictionary.getDictionaryObject(key), out);
    }
    out.writeBytes(PdfFile.ascii(">>"));
  }

  private void array(COSArray array, ByteArrayOutputStream out) throws IOException {
    out.write('[');
    for (int i = 0; i < array.size(); i++) {
      value(array.getObject(i), out);
      out.write(' ');
    }
    out.write(']');
  }

  private int numberOf(COSStream stream) {
    Integer known = numbers.get(stream);
    if (known != null) {
      return known;
    }
    int number = file.reserve();
    numbers.put(stream, number);
    waiting.add(stream);
    return number;
  }
}
