package tapwright.server.notify.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A connection on which the other side can say only so much. */
final class BoundedSocket extends Socket {

  /**
   * What a whole talk may have: a dozen answers of some hundred lines of 512 octets (RFC 5321
   * section 4.5.3.1.5), and the certificates of a handshake.
   */
  static final int MOST_BYTES = 256 * 1024;

  /** The other side said more than a mail server has to say. */
  static final class TooMuchSaid extends IOException {

    private static final long serialVersionUID = 1L;

    TooMuchSaid() {
      super("more than " + MOST_BYTES + " bytes");
    }
  }

  private int said;

  @Override
  public InputStream getInputStream() throws IOException {
    return new Counted(super.getInputStream());
  }

  /** One connection has several streams over it in turn, which count together. */
  private final class Counted extends FilterInputStream {

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      count(octet < 0 ? 0 : 1);
      return octet;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) throws IOException {
      said += read;
      if (said > MOST_BYTES) {
        throw new TooMuchSaid();
      }
    }
  }
}
