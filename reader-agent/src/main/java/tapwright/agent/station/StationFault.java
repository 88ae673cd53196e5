package tapwright.agent.station;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The world failed at the station, beside its readers; says what to do next. */
public abstract sealed class StationFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private StationFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Another process has the journal. */
  public static final class JournalInUse extends StationFault {
    private static final long serialVersionUID = 1L;

    public JournalInUse(Path folder) {
      super(
          "the journal in "
              + folder
              + " is in use by another process; end that one, or name another journal",
          null);
    }
  }

  /** The journal cannot be read or written. */
  public static final class JournalBroken extends StationFault {
    private static final long serialVersionUID = 1L;

    public JournalBroken(String doing, Throwable cause) {
      super("the journal failed while " + doing + ": " + cause.getMessage(), cause);
    }
  }

  /** The journal holds what is encrypted, and the key that opens them is not there. */
  public static final class JournalKeyMissing extends StationFault {
    private static final long serialVersionUID = 1L;

    public JournalKeyMissing(Path file) {
      super(
          "the journal is encrypted and its key file "
              + file
              + " is missing; put it back from a backup, or move the journal's folder away to begin"
              + " a new one (cards that were begun then cannot be finished)",
          null);
    }
  }

  /** Others than its owner could read the key, so what it keeps closed may be open. */
  public static final class JournalKeyOpen extends StationFault {
    private static final long serialVersionUID = 1L;

    public JournalKeyOpen(Path file) {
      super(
          "the key file "
              + file
              + " can be read by others; run: chmod 600 "
              + file
              + " (and tell who runs the server that tag passwords of cards that wait here may be"
              + " known)",
          null);
    }
  }

  /** The key file beside the journal holds no key, or that of another journal. */
  public static final class JournalKeyWrong extends StationFault {
    private static final long serialVersionUID = 1L;

    public JournalKeyWrong(Path file) {
      super(
          "the key file "
              + file
              + " cannot be read or is not this journal's; put the right one back from a backup",
          null);
    }
  }

  /** The server does not know the station's token. */
  public static final class TokenRejected extends StationFault {
    private static final long serialVersionUID = 1L;

    public TokenRejected(URI server, int status, String problem) {
      super(
          "the server at "
              + server
              + " does not accept this station's token (status "
              + status
              + (problem.isEmpty() ? "" : ": " + problem)
              + "); have it enrolled anew, with 'tapwright station enrol'",
          null);
    }
  }

  /** The server refuses to give work to this station. */
  public static final class LeaseRefused extends StationFault {
    private static final long serialVersionUID = 1L;

    public LeaseRefused(URI server, int status, String problem) {
      super("the server at " + server + " gives no work (status " + status + "): " + problem, null);
    }
  }
}
