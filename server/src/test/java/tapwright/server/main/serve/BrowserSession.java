package tapwright.server.main.serve;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser as far as signing in goes: it keeps one cookie, and says where its forms are from. */
final class BrowserSession {

  private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([^\"]+)\"");

  private final LocalServer server;
  private String cookie = "";
  private String site = "same-origin";

  BrowserSession(LocalServer server) {
    this.server = server;
  }

  /** A page of another site makes it send what follows. */
  BrowserSession lured() {
    site = "cross-site";
    return this;
  }

  /** It shows a cookie that somebody planted. */
  BrowserSession planted(String value) {
    cookie = value;
    return this;
  }

  String cookie() {
    return cookie;
  }

  HttpResponse<String> get(String path) {
    return kept(server.send(request(path)));
  }

  HttpResponse<String> post(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return kept(
        server.send(
            request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
  }

  HttpResponse<String> signIn(String name, String password) {
    return post("/sign-in", Map.of("name", name, "password", password));
  }

  /** The mark in the forms of its pages. */
  String mark() {
    Matcher mark = MARK.matcher(get("/account").body());
    if (!mark.find()) {
      throw new AssertionError("no mark on the account's page");
    }
    return mark.group(1);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(path)).header("Sec-Fetch-Site", site);
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private HttpResponse<String> kept(HttpResponse<String> response) {
    response
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return response;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
