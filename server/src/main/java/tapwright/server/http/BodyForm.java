package tapwright.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tapwright.core.Refusal;
import tapwright.server.app.FieldError;
import tapwright.server.app.Shown;

/** What a body must be before anything in it is looked at: of the path's media type, and UTF-8. */
final class BodyForm {

  private BodyForm() {}

  /**
   * Why the body is not of the media type; names of these have no case (RFC 9110 section 8.3.1). A
   * body that is packed is none: how much comes out of it only shows once it is unpacked.
   */
  static Optional<Refusal> wrongType(RoutingContext context, String wanted) {
    String coding = context.request().getHeader(HttpHeaders.CONTENT_ENCODING);
    if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
      return Optional.of(HttpRefusal.CONTENT_ENCODING.with("seen", Shown.of(coding)));
    }
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(wanted)) {
      return Optional.empty();
    }
    String seen = type == null ? "missing" : Shown.of(type);
    return Optional.of(HttpRefusal.MEDIA_TYPE.with("seen", seen, "allowed", wanted));
  }

  /** The answer to bytes that no reader should be given; empty where one may be. */
  static Optional<Reply> unreadable(byte[] body) {
    return notUtf8(body).or(() -> tooDeep(body));
  }

  private static Optional<Reply> tooDeep(byte[] body) {
    OptionalInt place = Nesting.firstTooDeep(body);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    String seen = "more than " + Nesting.DEEPEST + " levels deep at byte " + (place.getAsInt() + 1);
    String allowed = Nesting.DEEPEST + " levels";
    return Optional.of(
        Reply.refused(
            HttpRefusal.invalid(1, "body is nested " + seen + ", allowed are " + allowed),
            List.of(new FieldError(0, "body", seen, allowed))));
  }

  /** The answer to bytes that are not UTF-8: to put another character there would alter names. */
  private static Optional<Reply> notUtf8(byte[] body) {
    OptionalInt wrong = firstWrong(body);
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    int at = wrong.getAsInt();
    String seen = HexFormat.of().withUpperCase().toHexDigits(body[at]) + " at byte " + (at + 1);
    FieldError error = new FieldError(0, "body", seen, "UTF-8");
    return Optional.of(
        Reply.refused(
            HttpRefusal.invalid(1, "body has " + seen + ", allowed is UTF-8"), List.of(error)));
  }

  /** The index of the first byte that is not UTF-8 (RFC 3629 section 4). */
  static OptionalInt firstWrong(byte[] body) {
    CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(body);
    return strict.decode(in, CharBuffer.allocate(body.length), true).isError()
        ? OptionalInt.of(in.position())
        : OptionalInt.empty();
  }
}
