package tapwright.server.app.watch;

import tapwright.server.record.StoreFault;

/** Who watches how hits fare; told of batches, so that no single hit is slowed. */
public interface HitWatch {

  /** Looks away. */
  HitWatch NOBODY =
      new HitWatch() {
        @Override
        public Commit begins(int hits) {
          return tally -> {};
        }

        @Override
        public void journaled(int hits) {}

        @Override
        public void fromJournal(HitTally tally) {}

        @Override
        public void refused(Reason reason, int hits) {}
      };

  /** A batch goes to the record now; who is answered is told once it is stored. */
  Commit begins(int hits);

  /** So many hits were answered out of the journal, because the record is away. */
  void journaled(int hits);

  /** Hits of the journal are on record now. */
  void fromJournal(HitTally tally);

  /** So many hits were told to come again. */
  void refused(Reason reason, int hits);

  /** A batch that is on its way. */
  @FunctionalInterface
  interface Commit {

    /** It is stored. */
    void stored(HitTally tally);
  }

  /** Why a hit is told to come again. */
  enum Reason {
    /** More waits than may, or other work stood in the way for too long. */
    OVERLOADED,
    /** The record cannot be reached. */
    RECORD_AWAY,
    /** The record cannot be reached, and where the card leads is not known without it. */
    CARD_NOT_KNOWN,
    /** A mistake of ours. */
    DEFECT;

    /** The reason that a failure gives. */
    public static Reason of(Throwable failure) {
      return switch (failure) {
        case StoreFault.Overloaded overloaded -> OVERLOADED;
        case StoreFault.Contended contended -> OVERLOADED;
        case StoreFault.CardNotKnown unknown -> CARD_NOT_KNOWN;
        case StoreFault away -> RECORD_AWAY;
        default -> DEFECT;
      };
    }
  }
}
