package tapwright.server.notify.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * The connection of one talk, which is over when its time is, whatever the other side does.
 *
 * <p>The library's own limits are for each read, and none is for what is read in all.
 */
final class SmtpLine implements AutoCloseable {

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final SmtpServer server;
  private final BoundedSocket socket = new BoundedSocket();
  private final CompletableFuture<Void> alarm;
  private volatile boolean late;

  SmtpLine(SmtpServer server) {
    this.server = server;
    this.alarm = server.patience().alarm().after(server.patience().talk(), this::end);
  }

  /** Connects; what comes of it is encrypted where it is from the first byte on. */
  Socket open() throws IOException {
    String host = server.place().host();
    int millis = Math.toIntExact(server.patience().answer().toMillis());
    socket.setSoTimeout(millis);
    // With its name as given, so that nobody is asked how the address is called.
    InetAddress address = InetAddress.getByAddress(host, InetAddress.getByName(host).getAddress());
    socket.connect(new InetSocketAddress(address, server.place().port()), millis);
    return server.place().security() == SmtpPlace.Security.TLS ? encrypted() : socket;
  }

  private SSLSocket encrypted() throws IOException {
    SmtpPlace place = server.place();
    SSLSocket encrypted =
        (SSLSocket) server.tls().createSocket(socket, place.host(), place.port(), true);
    SSLParameters parameters = encrypted.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(PROTOCOLS);
    encrypted.setSSLParameters(parameters);
    encrypted.startHandshake();
    return encrypted;
  }

  /** Whether the talk was ended because it took too long. */
  boolean isLate() {
    return late;
  }

  /** Whoever reads or writes there meets an end. */
  private void end() {
    late = true;
    shut();
  }

  private void shut() {
    try {
      socket.close();
    } catch (IOException ignored) {
      // It is the other side that is gone.
    }
  }

  @Override
  public void close() {
    alarm.cancel(false);
    shut();
  }
}
