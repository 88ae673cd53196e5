package tapwright.server.record.claim;

import java.util.List;

/** The tasks of claims on record. */
public interface ClaimTasks {

  void add(ClaimTask task);

  /** The claim's tasks, in the order of their numbers. */
  List<ClaimTask> of(StoredClaim claim);

  /** Notes the end of a task that was open. */
  void end(ClaimTask task);
}
