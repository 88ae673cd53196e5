package tapwright.agent.print.target;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The world failed between here and paper; says what to do next. */
public abstract sealed class PrintFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private PrintFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Nobody answers there. */
  public static final class Unreachable extends PrintFault {
    private static final long serialVersionUID = 1L;

    public Unreachable(String target, @Nullable Throwable cause) {
      super(
          target
              + " cannot be reached; see that it is switched on and its name is right (what there"
              + " is: tapwright printers)",
          cause);
    }
  }

  /** It is asked in secret, and does not show who it is. */
  public static final class NotTrusted extends PrintFault {
    private static final long serialVersionUID = 1L;

    public NotTrusted(String target, IOException cause) {
      super(
          target
              + " has a certificate that is not trusted here ("
              + cause.getMessage()
              + "); take it into a trust store of Java's, or name the printer by ipp:// where the"
              + " network is your own",
          cause);
    }
  }

  /** Something answers, and it is no printer. */
  public static final class NotAPrinter extends PrintFault {
    private static final long serialVersionUID = 1L;

    public NotAPrinter(String target, String seen) {
      super(
          target + " answers as no printer does (" + seen + "); see that its name is right", null);
    }
  }

  /** The printer is there and says no. */
  public static final class SaysNo extends PrintFault {
    private static final long serialVersionUID = 1L;

    public SaysNo(String target, String words) {
      super(target + ": " + words, null);
    }
  }

  /** A file cannot be written. */
  public static final class FileNotWritten extends PrintFault {
    private static final long serialVersionUID = 1L;

    public FileNotWritten(Path file, IOException cause) {
      super(
          "cannot write " + file + " (" + cause.getMessage() + "); what was there before is kept",
          cause);
    }
  }

  /** The conversation ended in its middle. */
  public static final class BrokenOff extends PrintFault {
    private static final long serialVersionUID = 1L;

    public BrokenOff(String target, String doing, @Nullable Throwable cause) {
      super(target + " was lost while " + doing, cause);
    }
  }
}
