package tapwright.agent.print.target.ipp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLException;
import tapwright.agent.print.target.PrintFault;
import tapwright.core.Bytes;

/** Requests and replies over HTTP (RFC 8010, section 4). */
public final class IppChannel {

  /** A queue answers at once, whatever its printer does; a printer of its own may be asleep. */
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private static final String MEDIA_TYPE = "application/ipp";
  private static final int OK = 200;

  private final HttpClient http;

  /**
   * A channel.
   *
   * @param http of version 1.1, since CUPS takes an offer of another one for something else
   */
  public IppChannel(HttpClient http) {
    if (http.version() != HttpClient.Version.HTTP_1_1) {
      throw new IllegalArgumentException("http speaks " + http.version() + ", allowed is HTTP_1_1");
    }
    this.http = http;
  }

  IppReply ask(IppAddress printer, IppRequest request) {
    return ask(printer, request, Bytes.EMPTY);
  }

  /**
   * Sends the request, with the document behind it.
   *
   * @throws PrintFault.Unreachable when nothing was sent
   * @throws PrintFault.BrokenOff when it is not known whether it arrived
   */
  IppReply ask(IppAddress printer, IppRequest request, Bytes document) {
    HttpResponse<byte[]> response = exchange(printer, http(printer, request, document));
    if (response.statusCode() != OK) {
      throw new PrintFault.NotAPrinter(printer.name(), "HTTP status " + response.statusCode());
    }
    return IppReplyReader.read(Bytes.copyOf(response.body()))
        .orElseThrow(() -> new PrintFault.NotAPrinter(printer.name(), "no IPP message"));
  }

  private static HttpRequest http(IppAddress printer, IppRequest request, Bytes document) {
    byte[] body = request.encode().plus(document).toArray();
    return HttpRequest.newBuilder(printer.http())
        .timeout(TIMEOUT)
        .header("Content-Type", MEDIA_TYPE)
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private HttpResponse<byte[]> exchange(IppAddress printer, HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new PrintFault.Unreachable(printer.name(), e);
    } catch (SSLException e) {
      throw new PrintFault.NotTrusted(printer.name(), e);
    } catch (IOException e) {
      throw new PrintFault.BrokenOff(printer.name(), "it was asked", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PrintFault.BrokenOff(printer.name(), "this run was told to end", e);
    }
  }
}
