package tapwright.server.http;

import tapwright.server.app.FieldError;

/** A part of a request that passed the document's checks and cannot be read all the same. */
final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient FieldError error;

  Unreadable(FieldError error) {
    super(error.field() + ": " + error.allowed(), null, false, false);
    this.error = error;
  }

  FieldError error() {
    return error;
  }
}
