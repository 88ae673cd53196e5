package tapwright.server.record.key;

import tapwright.core.Bytes;

/** Seals checkpoints, so that nobody without the installation's keys can write one. */
@FunctionalInterface
public interface CheckpointSeal {

  /** The seal of what has this hash. */
  Bytes seal(Bytes hash);
}
