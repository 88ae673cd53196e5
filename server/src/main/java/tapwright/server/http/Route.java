package tapwright.server.http;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What is done for one line of the table of routes.
 *
 * @param endpoint where it is, and who may
 * @param work what is done
 */
record Route(Endpoint endpoint, Function<Request, CompletableFuture<Reply>> work) {

  Route {
    if (endpoint.isPublic()) {
      throw new IllegalArgumentException(endpoint + " asks nobody, and its work wants a caller");
    }
  }
}
