package tapwright.server.notify;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import tapwright.core.notice.RetryAfter;
import tapwright.server.app.hook.HookPost;

/**
 * {@link HookPost} over HTTP/1.1.
 *
 * <p>The name is looked up here, each address that it leads to is judged, and the connection goes
 * to the one that was judged: a name that leads elsewhere a moment later leads nobody astray. No
 * redirect is followed, and nothing is read of an answer but its status and Retry-After.
 */
public final class HookClient implements HookPost {

  /** By the Standard Webhooks text 15 to 30 seconds are usual. */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  /** More than all nodes' endpoints together need at once on one node. */
  private static final int MOST_CONNECTIONS = 200;

  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final Vertx vertx;
  private final HttpClient client;
  private final AddressGuard guard;
  private final Resolver resolver;
  private final InstantSource clock;

  public HookClient(Vertx vertx, AddressGuard guard, Resolver resolver, InstantSource clock) {
    this.vertx = vertx;
    this.guard = guard;
    this.resolver = resolver;
    this.clock = clock;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout((int) CONNECT_LIMIT.toMillis()),
            new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
  }

  @Override
  public Optional<String> allowedInsteadOf(String url) {
    return guard.allowedInsteadOf(url);
  }

  @Override
  public CompletableFuture<Reached> send(Message message) {
    if (guard.allowedInsteadOf(message.url()).isPresent()) {
      return CompletableFuture.completedFuture(new Reached.Missed("the address is not allowed"));
    }
    URI uri = URI.create(message.url());
    return vertx
        .executeBlocking(() -> judged(uri.getHost()), false)
        .compose(address -> send(message, uri, address))
        .recover(failure -> Future.succeededFuture(new Reached.Missed(why(failure))))
        .toCompletionStage()
        .toCompletableFuture();
  }

  /** The first address of the host, where all of them are allowed. */
  private InetAddress judged(String host) throws UnknownHostException {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    List<InetAddress> addresses = resolver.addressesOf(bare);
    if (!addresses.stream().allMatch(guard::allows)) {
      throw new NotAllowed();
    }
    return addresses.getFirst();
  }

  private Future<Reached> send(Message message, URI uri, InetAddress address) {
    return client.request(options(uri, address)).compose(request -> exchanged(request, message));
  }

  private Future<Reached> exchanged(HttpClientRequest request, Message message) {
    message.headers().forEach(request::putHeader);
    return request
        .putHeader("Content-Type", "application/json")
        .putHeader("User-Agent", "Tapwright")
        .send(Buffer.buffer(message.body()))
        .<Reached>map(response -> answered(request, response))
        .timeout(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(late -> request.reset());
  }

  private Reached answered(HttpClientRequest request, HttpClientResponse response) {
    Optional<Duration> retryAfter =
        Optional.ofNullable(response.getHeader("Retry-After"))
            .flatMap(text -> RetryAfter.of(text.strip(), clock.instant()));
    // What else it says is cut off here, which is nothing to tell of.
    response.exceptionHandler(cut -> {});
    request.reset();
    return new Reached.Answered(response.statusCode(), retryAfter);
  }

  private static RequestOptions options(URI uri, InetAddress address) {
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    int port = uri.getPort() == -1 ? (secure ? HTTPS : HTTP) : uri.getPort();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost(uri.getHost())
        .setPort(port)
        .setSsl(secure)
        .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
        .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
        .setFollowRedirects(false);
  }

  /** In words of ours: what others write into failures may be anything. */
  private static String why(Throwable failure) {
    return switch (failure) {
      case NotAllowed _ -> "the host leads to an address that is not allowed";
      case UnknownHostException _ -> "the host is unknown";
      case TimeoutException _ -> "no answer in time";
      case SSLException _ -> "no secure connection";
      case ConnectException _ -> "no connection";
      default -> "broken off (" + failure.getClass().getSimpleName() + ")";
    };
  }

  /** A host that leads where nothing may be sent. */
  private static final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAllowed() {
      super("the address is not allowed", null, false, false);
    }
  }
}
