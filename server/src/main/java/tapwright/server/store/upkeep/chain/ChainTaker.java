package tapwright.server.store.upkeep.chain;

import tapwright.core.trail.ChainFault;

/** Is told of each chain of a record, one after the other in the order of their names. */
interface ChainTaker {

  /** A chain begins; answers the number of the entry whose link is wanted, 0 for none. */
  long begin(ChainName name);

  void fault(ChainName name, ChainFault fault);

  void end(WalkedChain chain);
}
