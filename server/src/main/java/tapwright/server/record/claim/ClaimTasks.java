package tapwright.server.record.claim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tasks of claims on record. */
public interface ClaimTasks {

  void add(ClaimTask task);

  /** The claim's tasks, in the order of their numbers. */
  List<ClaimTask> of(StoredClaim claim);

  /** Notes the end of a task that was open. */
  void end(ClaimTask task);

  /** The tasks of all sellers that the server carries out by itself by now, the oldest first. */
  List<ClaimTask> toCarryOut(Instant now, int limit);

  /**
   * Notes when the server takes an open task up again, or that it does not.
   *
   * @param seen the task as it was looked at
   * @return false where somebody was faster
   */
  boolean carry(ClaimTask seen, Optional<ClaimTask.Carrying> next);
}
