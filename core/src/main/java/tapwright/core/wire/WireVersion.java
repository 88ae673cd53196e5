package tapwright.core.wire;

/** The version of the contract; it is part of each path, so that old stations meet old routes. */
public final class WireVersion {

  /** {@code POST} a {@link LeaseRequest}, answered by a {@link LeaseReply}. */
  public static final String LEASES_PATH = "/station/v1/leases";

  /** {@code POST} an {@link EventsRequest}, answered by an {@link EventsReply}. */
  public static final String EVENTS_PATH = "/station/v1/events";

  private WireVersion() {}
}
