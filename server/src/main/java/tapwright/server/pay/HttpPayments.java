package tapwright.server.pay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tapwright.core.money.RefundState;
import tapwright.server.app.money.PaymentOutcome;
import tapwright.server.app.money.Payments;

/**
 * A provider that speaks as Stripe does: refunds are posted as forms with an {@code
 * Idempotency-Key}, and listed by payment.
 *
 * <p>An answer is a refusal only where it says for certain that nothing was done. Whatever else
 * keeps an answer away, be it a time limit, a 5xx or a 429, leaves the outcome open.
 */
public final class HttpPayments implements Payments {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The most that one page may have, by the API's reference. */
  private static final int PAGE = 100;

  /** Ten thousand refunds of one payment are more than there are. */
  private static final int MOST_PAGES = 100;

  /** What keeps the same key from two things, or two calls from running at once. */
  private static final String KEY_ERROR = "idempotency_error";

  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;

  private final HttpClient client;
  private final Account account;

  /**
   * Where the provider is, and as whom it is asked.
   *
   * @param key the secret key of the account
   * @param limit how long a call may take
   */
  public record Account(URI url, String key, Duration limit) {
    @Override
    public String toString() {
      return "account at " + url;
    }
  }

  public HttpPayments(HttpClient client, Account account) {
    this.client = client;
    this.account = account;
  }

  @Override
  public CompletableFuture<PaymentOutcome> refund(Wanted wanted) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put(wanted.payment().startsWith("ch_") ? "charge" : "payment_intent", wanted.payment());
    form.put("amount", Long.toString(wanted.amount().minorUnits()));
    form.put("metadata[refund]", wanted.key());
    form.put("metadata[order]", wanted.order());
    HttpRequest request =
        request("/v1/refunds")
            .header("Idempotency-Key", wanted.key())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build();
    return sent(request).thenApply(answer -> answer.read(body -> refund(wanted, body)));
  }

  @Override
  public CompletableFuture<PaymentOutcome> find(Wanted wanted) {
    return find(wanted, "", 1);
  }

  private CompletableFuture<PaymentOutcome> find(Wanted wanted, String after, int page) {
    if (page > MOST_PAGES) {
      return CompletableFuture.completedFuture(
          new PaymentOutcome.Silent("the payment has too many refunds"));
    }
    Map<String, String> query = new LinkedHashMap<>();
    query.put(wanted.payment().startsWith("ch_") ? "charge" : "payment_intent", wanted.payment());
    query.put("limit", Integer.toString(PAGE));
    if (!after.isEmpty()) {
      query.put("starting_after", after);
    }
    return sent(request("/v1/refunds?" + encoded(query)).GET().build())
        .thenCompose(answer -> inPage(wanted, answer, page));
  }

  private CompletableFuture<PaymentOutcome> inPage(Wanted wanted, Told answer, int page) {
    if (!answer.isDone()) {
      return CompletableFuture.completedFuture(
          new PaymentOutcome.Silent("it did not list its refunds: " + answer.reason()));
    }
    String last = "";
    for (JsonNode one : answer.body().path("data")) {
      if (one.path("metadata").path("refund").asText().equals(wanted.key())) {
        return CompletableFuture.completedFuture(refund(wanted, one));
      }
      last = one.path("id").asText();
    }
    return answer.body().path("has_more").asBoolean() && !last.isEmpty()
        ? find(wanted, last, page + 1)
        : CompletableFuture.completedFuture(
            answer.body().path("data").isArray()
                ? new PaymentOutcome.None()
                : new PaymentOutcome.Silent("its list is none"));
  }

  /** A refund as the provider shows it; one of another sum is not ours, whatever it says. */
  private static PaymentOutcome refund(Wanted wanted, JsonNode body) {
    Optional<RefundState> state = StripeWords.refundState(body.path("status").asText());
    boolean isOurs =
        body.path("amount").asLong(-1) == wanted.amount().minorUnits()
            && body.path("currency")
                .asText()
                .equals(wanted.amount().currency().toLowerCase(Locale.ROOT));
    if (state.isEmpty() || !isOurs || body.path("id").asText().isEmpty()) {
      return new PaymentOutcome.Silent("it answers with another refund");
    }
    return new PaymentOutcome.Taken(body.path("id").asText(), state.get());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(account.url().toString().replaceAll("/+$", "") + path))
        .timeout(account.limit())
        .header("Authorization", "Bearer " + account.key());
  }

  private CompletableFuture<Told> sent(HttpRequest request) {
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        // a body may trickle for ever, which the request's own limit does not see
        .orTimeout(account.limit().multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS)
        .handle((response, failure) -> told(response, failure));
  }

  private static Told told(@Nullable HttpResponse<String> response, @Nullable Throwable failure) {
    return response == null
        ? new Told(0, JSON.nullNode(), failure == null ? "no answer" : "no answer in time")
        : new Told(response.statusCode(), json(response.body()), "");
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.nullNode();
    }
  }

  /**
   * What came back.
   *
   * @param status 0 for nothing
   * @param unsaid why there is nothing
   */
  private record Told(int status, JsonNode body, String unsaid) {

    boolean isDone() {
      return status == 200;
    }

    /** Codes only: what an error says in words may name people. */
    String reason() {
      JsonNode error = body.path("error");
      String code = error.path("code").asText(error.path("type").asText());
      return status == 0 ? unsaid : (status + " " + code).strip();
    }

    private boolean isRefusal() {
      return status >= 400
          && status < 500
          && status != 408
          && status != CONFLICT
          && status != TOO_MANY
          && !body.path("error").path("type").asText().equals(KEY_ERROR);
    }

    PaymentOutcome read(Function<JsonNode, PaymentOutcome> reader) {
      if (isDone()) {
        return reader.apply(body);
      }
      return isRefusal()
          ? new PaymentOutcome.Refused(reason())
          : new PaymentOutcome.Silent(reason());
    }
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
