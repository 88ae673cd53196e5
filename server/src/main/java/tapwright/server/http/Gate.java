package tapwright.server.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.server.app.Caller;
import tapwright.server.record.seller.Scope;

/** Lets those in whose token is in force and good for the route. */
final class Gate {

  /** As RFC 6750 section 2.1 spells it. */
  private static final String BEARER = "Bearer";

  /** A scheme and what follows it; a bare text may be a secret, which is never shown. */
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9-]{0,19}) .*");

  private final Function<Bytes, CompletableFuture<Optional<Caller>>> callerWith;
  private final Function<String, Bytes> hash;

  /**
   * A gate.
   *
   * @param callerWith who shows a secret with this hash
   * @param hash what is kept of a secret
   */
  Gate(
      Function<Bytes, CompletableFuture<Optional<Caller>>> callerWith,
      Function<String, Bytes> hash) {
    this.callerWith = callerWith;
    this.hash = hash;
  }

  /** Who asks, or why they may not. */
  CompletableFuture<Passage> pass(RoutingContext context, Scope scope) {
    String header = context.request().getHeader("Authorization");
    if (header == null) {
      return barred(HttpRefusal.TOKEN_MISSING.with("scope", word(scope)));
    }
    String[] parts = header.strip().split(" ", 2);
    if (!parts[0].equalsIgnoreCase(BEARER)) {
      return barred(
          HttpRefusal.SCHEME_REFUSED.with("seen", schemeOf(header), "scope", word(scope)));
    }
    return callerWith
        .apply(hash.apply(parts.length == 2 ? parts[1].strip() : ""))
        .thenApply(caller -> judged(caller, scope));
  }

  private static CompletableFuture<Passage> barred(Refusal refusal) {
    return CompletableFuture.completedFuture(new Passage.Barred(refusal));
  }

  private static String schemeOf(String header) {
    Matcher scheme = SCHEME.matcher(header.strip());
    return scheme.matches() ? scheme.group(1) : "none";
  }

  private static Passage judged(Optional<Caller> caller, Scope scope) {
    if (caller.isEmpty()) {
      return new Passage.Barred(HttpRefusal.TOKEN_REFUSED.with("scope", word(scope)));
    }
    return caller.get().scope() == scope
        ? new Passage.Open(caller.get())
        : new Passage.Barred(
            HttpRefusal.SCOPE_REFUSED.with(
                "seen", word(caller.get().scope()), "scope", word(scope)));
  }

  private static String word(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }

  /** What the gate says. */
  sealed interface Passage {
    /** Come in. */
    record Open(Caller caller) implements Passage {}

    /** Stay out. */
    record Barred(Refusal refusal) implements Passage {}
  }
}
