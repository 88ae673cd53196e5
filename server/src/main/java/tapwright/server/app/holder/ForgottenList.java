package tapwright.server.app.holder;

import tapwright.server.record.key.Forgotten;

/** Keeps beside the record who was forgotten, so that an older backup can forget them again. */
@FunctionalInterface
public interface ForgottenList {

  /** Adds a line that outlives the process; one that is there already may come again. */
  void add(Forgotten forgotten);
}
