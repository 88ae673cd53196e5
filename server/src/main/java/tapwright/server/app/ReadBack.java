package tapwright.server.app;

import java.util.Optional;
import tapwright.core.Bytes;

/** Reads what a chip holds. */
@FunctionalInterface
public interface ReadBack {

  /** The first link in an NDEF message; empty when the bytes hold none. */
  Optional<String> firstLink(Bytes message);
}
