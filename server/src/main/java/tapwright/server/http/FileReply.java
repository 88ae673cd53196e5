package tapwright.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tapwright.core.Bytes;
import tapwright.server.front.SecurityHeaders;

/**
 * A file that somebody sent once, given out to be saved and never shown.
 *
 * @param name what its sender called it
 */
record FileReply(String mediaType, String name, Bytes content) {

  /** What may stand in a name as it is (RFC 8187 section 3.2.1). */
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

  void send(HttpServerResponse response) {
    SecurityHeaders.ANSWER.on(response);
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
        .putHeader("Content-Disposition", "attachment; filename*=UTF-8''" + encoded())
        .end(Buffer.buffer(content.toArray()));
  }

  private String encoded() {
    StringBuilder text = new StringBuilder();
    for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf((char) (one & 0xFF)) >= 0) {
        text.append((char) one);
      } else {
        text.append(String.format(Locale.ROOT, "%%%02X", one));
      }
    }
    return text.toString();
  }

  /** Without name and content. */
  @Override
  public String toString() {
    return "FileReply[" + mediaType + "]";
  }
}
