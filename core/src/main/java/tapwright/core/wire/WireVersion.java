package tapwright.core.wire;

/** The version of the contract; it is part of each path, so that old stations meet old routes. */
public final class WireVersion {

  /** {@code POST} a {@link LeaseRequest}, answered by a {@link LeaseReply}. */
  public static final String LEASES_PATH = "/station/v1/leases";

  /**
   * The same for stations that lock and protect: only here are jobs given out that ask for that. A
   * server without this path answers 404, and is asked by the other.
   */
  public static final String PROTECTED_LEASES_PATH = "/station/v2/leases";

  /** {@code POST} a {@link UidRequest}, answered by a {@link UidReply}. */
  public static final String UIDS_PATH = "/station/v1/uids";

  /** {@code POST} an {@link EventsRequest}, answered by an {@link EventsReply}. */
  public static final String EVENTS_PATH = "/station/v1/events";

  /** {@code POST} a {@link RewriteRequest}, answered by a {@link RewriteReply}. */
  public static final String REWRITES_PATH = "/station/v1/rewrites";

  /** {@code POST} a {@link ReturnRequest}, answered by a {@link ReturnReply}. */
  public static final String RETURNS_PATH = "/station/v1/returns";

  /**
   * {@code POST} an {@link InspectionRequest} with an {@code Idempotency-Key}, answered by an
   * {@link InspectionReply}.
   */
  public static final String INSPECTIONS_PATH = "/station/v1/inspections";

  /** {@code POST} an {@link EnrolRequest}, answered by an {@link EnrolReply}; without a token. */
  public static final String ENROLMENTS_PATH = "/station/v1/enrolments";

  private WireVersion() {}
}
