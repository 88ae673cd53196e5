package tapwright.server.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.server.app.Caller;
import tapwright.server.app.account.RunSessions;
import tapwright.server.security.SessionMarks;

/** Knows who has signed in by the cookie of their browser, and what was sent from its pages. */
public final class SessionDoor {

  /** Where scripts put the mark of the session. */
  static final String MARK_HEADER = "X-CSRF-Token";

  private final RunSessions sessions;
  private final SessionMarks marks;
  private final SessionCookie cookie;

  public SessionDoor(RunSessions sessions, SessionMarks marks, SessionCookie cookie) {
    this.sessions = sessions;
    this.marks = marks;
    this.cookie = cookie;
  }

  /** Somebody who has signed in. */
  public record Visitor(Caller caller, Bytes session) {}

  /** Whether the browser shows a session at all. */
  boolean isShown(HttpServerRequest request) {
    return cookie.shown(request).isPresent();
  }

  /** Who has signed in; empty where the cookie opens nothing. */
  public CompletableFuture<Optional<Visitor>> visitor(HttpServerRequest request) {
    Bytes hash = marks.hash(cookie.shown(request).orElse(""));
    return sessions
        .callerWith(hash)
        .thenApply(caller -> caller.map(known -> new Visitor(known, hash)));
  }

  /** The mark for the forms of this session. */
  public String formMark(Bytes session) {
    return marks.formMark(session);
  }

  /** The mark of the session whose secret was just given out. */
  String markOf(String secret) {
    return marks.formMark(marks.hash(secret));
  }

  /** Why a request was not sent from a page of this session; empty where it was. */
  Optional<Refusal> forgery(HttpServerRequest request, Bytes session) {
    if (!Origins.mayChange(request)) {
      return Optional.empty();
    }
    String mark = Objects.requireNonNullElse(request.getHeader(MARK_HEADER), "");
    return Origins.refusal(request).or(() -> refusal(mark, session));
  }

  /** The same for a form, which carries the mark in a field. */
  public Optional<Refusal> forgery(HttpServerRequest request, Bytes session, String mark) {
    return Origins.refusal(request).or(() -> refusal(mark, session));
  }

  private Optional<Refusal> refusal(String mark, Bytes session) {
    if (marks.isFormMark(mark, session)) {
      return Optional.empty();
    }
    return Optional.of(
        HttpRefusal.MARK_REFUSED.with("seen", mark.isEmpty() ? "missing" : "of another session"));
  }
}
