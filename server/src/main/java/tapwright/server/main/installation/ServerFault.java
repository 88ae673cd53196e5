package tapwright.server.main.installation;

/** The world does not let the server run; the message says what to do. */
public final class ServerFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ServerFault(String message, Throwable cause) {
    super(message, cause);
  }

  public ServerFault(String message) {
    super(message);
  }
}
