package tapwright.server.app.hit;

import java.util.concurrent.Executor;
import tapwright.server.record.StoreFault;

/** Who waits for the answer to a hit; told once, in one of two ways. */
public interface HitWaiter {

  /** Where it is told: all of a batch that name the same one are told in one turn of it. */
  Executor loop();

  /** The hit cannot be lost any more. */
  void answered(HitAnswer answer);

  /** The hit was not stored, with a {@link StoreFault} or a defect. */
  void failed(Throwable failure);
}
