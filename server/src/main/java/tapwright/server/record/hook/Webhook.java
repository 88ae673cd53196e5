package tapwright.server.record.hook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/**
 * An endpoint of a shop that is told of what happened.
 *
 * @param kinds of the events that it wants; empty for all
 * @param secrets what its messages are signed with
 * @param version counts its changes
 * @param changed the last change
 */
public record Webhook(
    String id,
    SellerId seller,
    String url,
    List<String> kinds,
    State state,
    Secrets secrets,
    int version,
    Instant createdAt,
    Change changed) {

  public Webhook {
    kinds = List.copyOf(kinds);
  }

  /** Whether an endpoint is told of anything. */
  public enum State {
    /** It is. */
    ON,
    /** Somebody switched it off: what is on its way waits. */
    OFF,
    /** It answered that it is gone for good (410). */
    GONE,
    /** Somebody took it away. */
    DELETED
  }

  /**
   * Secrets as they are kept.
   *
   * @param sealed the one in force; empty once the endpoint is deleted
   * @param old the one before it, for as long as it is good beside it
   */
  public record Secrets(Optional<Bytes> sealed, Optional<Old> old) {

    static final Secrets NONE = new Secrets(Optional.empty(), Optional.empty());

    /** A new endpoint's. */
    public static Secrets first(Bytes sealed) {
      return new Secrets(Optional.of(sealed), Optional.empty());
    }

    /** After the change of a secret: this one, and the one before it until then. */
    public Secrets rotated(Bytes next, Instant oldUntil) {
      return new Secrets(Optional.of(next), sealed.map(before -> new Old(before, oldUntil)));
    }

    /** What to sign with now, the one in force first. */
    public List<Bytes> inForce(Instant now) {
      return Stream.concat(
              sealed.stream(),
              old.filter(before -> now.isBefore(before.until())).map(Old::sealed).stream())
          .toList();
    }

    /**
     * A secret that was replaced.
     *
     * @param until when it is good no more
     */
    public record Old(Bytes sealed, Instant until) {}
  }

  /** Who changed it last, and when. */
  public record Change(String by, Instant at) {}

  /** Whether it wants to be told of such events now. */
  public boolean wants(String kind) {
    return state == State.ON && (kinds.isEmpty() || kinds.contains(kind));
  }

  /** The same, in another state. */
  public Webhook in(State next, Change change) {
    return new Webhook(
        id,
        seller,
        url,
        kinds,
        next,
        next == State.DELETED ? Secrets.NONE : secrets,
        version + 1,
        createdAt,
        change);
  }

  /** The same, with other secrets. */
  public Webhook with(Secrets next, Change change) {
    return new Webhook(id, seller, url, kinds, state, next, version + 1, createdAt, change);
  }
}
