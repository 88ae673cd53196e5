package tapwright.agent.print.target;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import tapwright.agent.print.page.LabelSize;
import tapwright.core.Bytes;

/**
 * One print job: what is printed, and what it is called.
 *
 * @param name what it is called in a queue; unlike any other, so that it can be found again
 * @param size of each of its pages
 * @param content its pages, in the target's language
 */
public record PrintDocument(String name, LabelSize size, Content content) {

  /** What writes the pages, once. */
  @FunctionalInterface
  public interface Content {

    void writeTo(OutputStream out) throws IOException;
  }

  /** All of it, which for a printer is one label or one sheet. */
  public Bytes bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes what is written", e);
    }
    return Bytes.copyOf(out.toByteArray());
  }
}
