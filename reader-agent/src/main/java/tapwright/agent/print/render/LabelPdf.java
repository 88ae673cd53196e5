package tapwright.agent.print.render;

import java.io.OutputStream;
import tapwright.agent.print.page.LabelPage;

/** A PDF file that grows page by page; fonts are embedded, and all text can be found in it. */
public final class LabelPdf implements AutoCloseable {

  private final OutputStream out;

  /**
   * A file without pages yet.
   *
   * @param out where it goes, at the latest when this is closed
   * @param identity stands in the file's identifier, which would else be taken from the clock
   */
  public LabelPdf(OutputStream out, long identity) {
    this.out = out;
  }

  /** Adds a page of just its size. */
  public void add(LabelPage page) {
    throw new UnsupportedOperationException(page + " " + out);
  }

  /** Finishes the file; the stream stays open. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
