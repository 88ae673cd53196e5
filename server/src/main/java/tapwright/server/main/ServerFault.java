package tapwright.server.main;

/** The world does not let the server run; the message says what to do. */
final class ServerFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ServerFault(String message, Throwable cause) {
    super(message, cause);
  }

  ServerFault(String message) {
    super(message);
  }
}
