package tapwright.core.trail;

import tapwright.core.Bytes;

/**
 * An entry whose link is not what follows from the link before it.
 *
 * @param entry the entry
 * @param before the link that is kept before it
 * @param expected what its link should be
 */
record OddEntry(LinkedEntry entry, Bytes before, Bytes expected) {

  long number() {
    return entry.number();
  }

  Bytes link() {
    return entry.link();
  }
}
