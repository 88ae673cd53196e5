package tapwright.agent.pcsc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The world failed at a reader; says what was being done. */
public abstract sealed class ReaderFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private ReaderFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The tag left the field, or stopped answering; after a write the result is unknown. */
  public static final class TagGone extends ReaderFault {
    private static final long serialVersionUID = 1L;

    public TagGone(String doing, @Nullable Throwable cause) {
      super("the tag left the field while " + doing, cause);
    }
  }

  /**
   * The reader answered, but the tag's answer is unknown: status 6300, a timeout, a broken frame.
   *
   * <p>After a write this says nothing about the page: read it back.
   */
  public static final class AnswerUnknown extends ReaderFault {
    private static final long serialVersionUID = 1L;

    private final String statusWord;

    public AnswerUnknown(String doing, String statusWord) {
      super("no clear answer while " + doing + " (status " + statusWord + ")", null);
      this.statusWord = statusWord;
    }

    public String statusWord() {
      return statusWord;
    }
  }

  /**
   * What lies on the reader answers, but as another kind of card than Type 2 and Type 4 tags do.
   */
  public static final class ForeignTag extends ReaderFault {
    private static final long serialVersionUID = 1L;

    private final String atr;

    public ForeignTag(Atr atr) {
      super("this is no NFC Type 2 or Type 4 tag (ATR " + atr + "); lay a tap card there", null);
      this.atr = atr.toString();
    }

    public String atr() {
      return atr;
    }
  }

  /**
   * The tag keeps even its own number behind its password (AUTH0 of 00h or 01h with PROT; NTAG213
   * data sheet, section 8.5.7), so that nobody can tell which card it is before trying one on it.
   */
  public static final class UidHidden extends ReaderFault {
    private static final long serialVersionUID = 1L;

    private final String model;

    public UidHidden(String model) {
      super(
          "this %s hides its own number behind its password; take another card".formatted(model),
          null);
      this.model = model;
    }

    public String model() {
      return model;
    }
  }

  /** The tag said no to a command of its own (a NAK); it has left its active state by that. */
  public static final class TagNak extends ReaderFault {
    private static final long serialVersionUID = 1L;

    public TagNak(String doing) {
      super("the tag refused " + doing, null);
    }
  }

  /** The reader is not there any more, or is in another program's hands. */
  public static final class ReaderGone extends ReaderFault {
    private static final long serialVersionUID = 1L;

    public ReaderGone(String doing, @Nullable Throwable cause) {
      super("the reader is gone while " + doing, cause);
    }
  }

  /** No reader of that name is attached. */
  public static final class ReaderUnknown extends ReaderFault {
    private static final long serialVersionUID = 1L;

    public ReaderUnknown(String name, List<String> attached) {
      super(
          "no reader is named \"%s\"; attached: %s"
              .formatted(name, attached.isEmpty() ? "none" : String.join(", ", attached)),
          null);
    }
  }

  /** The PC/SC service is not running or went away. */
  public static final class ServiceGone extends ReaderFault {
    private static final long serialVersionUID = 1L;

    private static final String START =
        "; start it (Debian: apt install pcscd, systemctl start pcscd.socket)";

    public ServiceGone(String doing, @Nullable Throwable cause) {
      this(doing, "", cause);
    }

    private ServiceGone(String doing, String then, @Nullable Throwable cause) {
      super("the PC/SC service is not there while " + doing + START + then, cause);
    }

    /** The same with a provider that keeps its one context for the life of the process. */
    static ServiceGone forGood(String doing, @Nullable Throwable cause) {
      return new ServiceGone(doing, ", then start this command again", cause);
    }
  }
}
