package tapwright.core.trail;

import tapwright.core.Bytes;

/** An entry of a trail or of a card's history as it is kept, whatever became of it since. */
public interface LinkedEntry {

  /** Where it stands. */
  long number();

  /** The link that is kept with it; empty where none is yet. */
  Bytes link();

  /** The link that it would have after one with this link, if it stood at the number. */
  Bytes linkAfter(Bytes before, long at);
}
