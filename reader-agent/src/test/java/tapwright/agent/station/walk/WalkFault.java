package tapwright.agent.station.walk;

import javax.smartcardio.CardException;
import tapwright.agent.emulator.EmulatedReader;

/**
 * What goes wrong, and at which exchange, counted from 1; what only the reader hears counts too.
 */
record WalkFault(int exchange, Kind kind) {

  /** Nothing does. */
  static final WalkFault NONE = new WalkFault(0, Kind.REMOVED);

  /** The process that wrote is gone. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What can happen when the tag has answered; PC/SC's names as in pcsclite.h. */
  enum Kind {
    /** The tag leaves before the next exchange. */
    REMOVED {
      @Override
      void strike(EmulatedReader reader) {
        reader.remove();
      }
    },
    /** The tag leaves and its answer with it; also when it was torn in the middle of a write. */
    ANSWER_LOST {
      @Override
      void strike(EmulatedReader reader) {
        reader.remove();
        raise("SCARD_W_REMOVED_CARD");
      }
    },
    /** The answer is lost and the tag stays. */
    ANSWER_UNCLEAR {
      @Override
      void strike(EmulatedReader reader) {
        raise("SCARD_E_COMM_DATA_LOST");
      }
    },
    /** The reader is unplugged. */
    UNPLUGGED {
      @Override
      void strike(EmulatedReader reader) {
        reader.remove();
        raise("SCARD_E_READER_UNAVAILABLE");
      }
    },
    /** The agent's process is killed, and all that it knew is gone but for its journal. */
    KILLED {
      @Override
      void strike(EmulatedReader reader) {
        throw new Killed();
      }
    };

    abstract void strike(EmulatedReader reader);

    private static void raise(String name) {
      Kind.<RuntimeException>raise(new CardException(name));
    }

    /** Past the compiler, since time passes where no PC/SC error is declared. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> void raise(CardException error) throws E {
      throw (E) error;
    }
  }
}
