package tapwright.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.app.FieldError;
import tapwright.server.front.SecurityHeaders;

/**
 * What goes back to who asked.
 *
 * @param status the HTTP status
 * @param body becomes JSON
 */
record Reply(int status, Object body) {

  private static final String RETRY_SECONDS = "1";

  static Reply ok(Object body) {
    return new Reply(200, body);
  }

  /** The value under the status, or the refusal under its own. */
  static <T> Reply of(int status, Answer<T> answer, Function<T, Object> body) {
    return switch (answer) {
      case Answer.Done<T> done -> new Reply(status, body.apply(done.value()));
      case Answer.Refused<T> refused -> refused(refused.refusal(), refused.fields());
    };
  }

  static Reply refused(Refusal refusal) {
    return refused(refusal, List.of());
  }

  static Reply refused(Refusal refusal, List<FieldError> errors) {
    return new Reply(
        StatusTable.of(refusal.code()),
        new Problem(
            "urn:tapwright:refusal:" + refusal.code().code(),
            refusal.code().code().replace('-', ' '),
            StatusTable.of(refusal.code()),
            refusal.message(),
            refusal.code().code(),
            errors,
            null));
  }

  void send(HttpServerResponse response) {
    response.setStatusCode(status);
    if (body instanceof FileReply file) {
      file.send(response);
      return;
    }
    response.putHeader(
        HttpHeaders.CONTENT_TYPE,
        body instanceof Problem ? "application/problem+json" : "application/json");
    SecurityHeaders.ANSWER.on(response);
    if (status == 503) {
      response.putHeader("Retry-After", RETRY_SECONDS);
    }
    if (status == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    response.end(Buffer.buffer(Json.write(told(response.headers().get(RequestLog.HEADER)))));
  }

  /** A problem names the request, so that whoever reports it says which it was. */
  private Object told(@Nullable String requestId) {
    return body instanceof Problem problem ? problem.of(requestId) : body;
  }

  /**
   * An error as RFC 9457 has it, with our code and what is wrong field by field.
   *
   * @param type a name for the kind of error that never changes
   * @param title the same in words
   * @param detail what was seen and what is allowed
   * @param requestId by which the log names the request; null where nobody gave it an id
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Problem(
      String type,
      String title,
      int status,
      String detail,
      String code,
      List<FieldError> errors,
      @Nullable String requestId) {

    Problem of(@Nullable String id) {
      return new Problem(type, title, status, detail, code, errors, id);
    }
  }
}
