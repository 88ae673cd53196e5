package tapwright.agent.main.demo;

/** The demo cannot go on: a part of it did not do what it is there for. */
public final class DemoFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoFault(String message) {
    super(message);
  }

  DemoFault(String message, Throwable cause) {
    super(message, cause);
  }
}
