package tapwright.server.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.record.access.Role;

/** Lets those in whose token or session is in force and whose role may use the route. */
final class Gate {

  /** As RFC 6750 section 2.1 spells it. */
  private static final String BEARER = "Bearer";

  /** A scheme and what follows it; a bare text may be a secret, which is never shown. */
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9-]{0,19}) .*");

  private final Function<Bytes, CompletableFuture<Optional<Answer<Caller>>>> callerWith;
  private final Function<String, Bytes> hash;
  private final SessionDoor sessions;

  /**
   * A gate.
   *
   * @param callerWith who shows a secret with this hash, or why it opens nothing any more
   * @param hash what is kept of a secret
   * @param sessions of people, who show no token
   */
  Gate(
      Function<Bytes, CompletableFuture<Optional<Answer<Caller>>>> callerWith,
      Function<String, Bytes> hash,
      SessionDoor sessions) {
    this.callerWith = callerWith;
    this.hash = hash;
    this.sessions = sessions;
  }

  /** Who asks, or why they may not. */
  CompletableFuture<Passage> pass(RoutingContext context, Endpoint endpoint) {
    String header = context.request().getHeader("Authorization");
    if (header == null) {
      return sessions.isShown(context.request())
          ? sessions
              .visitor(context.request())
              .thenApply(visitor -> judged(context, visitor, endpoint))
          : barred(HttpRefusal.TOKEN_MISSING.with("roles", words(endpoint)));
    }
    String[] parts = header.strip().split(" ", 2);
    if (!parts[0].equalsIgnoreCase(BEARER)) {
      return barred(
          HttpRefusal.SCHEME_REFUSED.with("seen", schemeOf(header), "roles", words(endpoint)));
    }
    return callerWith
        .apply(hash.apply(parts.length == 2 ? parts[1].strip() : ""))
        .thenApply(caller -> judged(caller, endpoint));
  }

  private static CompletableFuture<Passage> barred(Refusal refusal) {
    return CompletableFuture.completedFuture(new Passage.Barred(refusal));
  }

  private static String schemeOf(String header) {
    Matcher scheme = SCHEME.matcher(header.strip());
    return scheme.matches() ? scheme.group(1) : "none";
  }

  private static Passage judged(Optional<Answer<Caller>> known, Endpoint endpoint) {
    if (known.isEmpty()) {
      return new Passage.Barred(HttpRefusal.TOKEN_REFUSED.with("roles", words(endpoint)));
    }
    return switch (known.get()) {
      case Answer.Refused<Caller> ended -> new Passage.Barred(ended.refusal());
      case Answer.Done<Caller>(Caller caller) -> judged(caller, Optional.empty(), endpoint);
    };
  }

  private Passage judged(
      RoutingContext context, Optional<SessionDoor.Visitor> visitor, Endpoint endpoint) {
    if (visitor.isEmpty()) {
      return new Passage.Barred(HttpRefusal.SESSION_REFUSED.with());
    }
    Bytes session = visitor.get().session();
    return sessions
        .forgery(context.request(), session)
        .<Passage>map(Passage.Barred::new)
        .orElseGet(() -> judged(visitor.get().caller(), Optional.of(session), endpoint));
  }

  private static Passage judged(Caller caller, Optional<Bytes> session, Endpoint endpoint) {
    return endpoint.allows(caller.role())
        ? new Passage.Open(caller, session)
        : new Passage.Barred(
            HttpRefusal.ROLE_REFUSED.with("seen", word(caller.role()), "roles", words(endpoint)));
  }

  private static String words(Endpoint endpoint) {
    return endpoint.roles().stream().map(Gate::word).collect(Collectors.joining(", "));
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** What the gate says. */
  sealed interface Passage {
    /**
     * Come in.
     *
     * @param session by which the caller is known; empty for a token
     */
    record Open(Caller caller, Optional<Bytes> session) implements Passage {}

    /** Stay out. */
    record Barred(Refusal refusal) implements Passage {}
  }
}
