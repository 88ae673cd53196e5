package tapwright.agent.station.walk;

import tapwright.agent.emulator.VirtualTag;

/** A tag that loses its power in the middle of a write. */
sealed interface Torn permits TornPage, TornFile {

  /** What goes wrong beside it when it happens at this exchange. */
  WalkFault at(int exchange);

  /** Prepares the tag before it is laid down. */
  void plan(VirtualTag tag);

  /** The tag as it is left. */
  VirtualTag left(VirtualTag tag);

  /**
   * Whether what shows in between is not checked, since no order of writes can make it harmless.
   */
  boolean hard();
}
