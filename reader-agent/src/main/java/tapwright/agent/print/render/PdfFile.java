package tapwright.agent.print.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;

/**
 * A PDF file that is written object by object, each as soon as it is known (ISO 32000-1, section
 * 7.5). Of an object that is written only its place is kept.
 */
final class PdfFile {

  /** Bytes above 127 in the second line tell programs that the file is binary (section 7.5.2). */
  private static final String HEAD = "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n";

  private static final int PLACES_AT_FIRST = 64;

  private final OutputStream out;
  private long[] places = new long[PLACES_AT_FIRST];
  private int objects;
  private long length;

  PdfFile(OutputStream out) throws IOException {
    this.out = out;
    write(HEAD.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The number of an object that is written later. */
  int reserve() {
    objects++;
    if (objects >= places.length) {
      places = Arrays.copyOf(places, 2 * places.length);
    }
    return objects;
  }

  /** Writes an object that was reserved. */
  void object(int number, byte[] body) throws IOException {
    places[number] = length;
    write(ascii(number + " 0 obj\n"));
    write(body);
    write(ascii("\nendobj\n"));
  }

  void object(int number, String body) throws IOException {
    object(number, ascii(body));
  }

  /** Writes operators as a compressed stream. */
  void content(int number, byte[] operators) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream packing = new DeflaterOutputStream(packed)) {
      packing.write(operators);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(ascii("<</Filter/FlateDecode/Length " + packed.size() + ">>\nstream\n"));
    packed.writeTo(body);
    body.writeBytes(ascii("\nendstream"));
    object(number, body.toByteArray());
  }

  /** Writes the table of places and the trailer (sections 7.5.4 and 7.5.5). */
  void end(int catalog, int information, long identity) throws IOException {
    long table = length;
    write(ascii("xref\n0 " + (objects + 1) + "\n0000000000 65535 f \n"));
    for (int number = 1; number <= objects; number++) {
      write(ascii(String.format(Locale.ROOT, "%010d 00000 n \n", places[number])));
    }
    String id = "<" + HexFormat.of().toHexDigits(identity) + ">";
    write(
        ascii(
            "trailer\n<</Size %d/Root %s/Info %s/ID[%s%s]>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(
                    objects + 1, reference(catalog), reference(information), id, id, table)));
    out.flush();
  }

  static String reference(int number) {
    return number + " 0 R";
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    length += bytes.length;
  }
}
