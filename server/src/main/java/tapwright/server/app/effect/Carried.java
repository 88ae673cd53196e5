package tapwright.server.app.effect;

import java.util.List;
import tapwright.server.record.money.StoredRefund;

/** How far a task has come within a work. */
sealed interface Carried {

  /**
   * It is done, or was before.
   *
   * @param reference by what that can be looked up
   */
  record Done(String reference) implements Carried {}

  /**
   * Its money is reserved; it is done when the money has left.
   *
   * @param made the refunds that were made now and have still to be taken to the provider
   */
  record Paying(List<StoredRefund> made) implements Carried {
    public Paying {
      made = List.copyOf(made);
    }
  }

  /** Somebody has to confirm that the person's data is deleted. */
  record ToConfirm(String holder) implements Carried {}
}
