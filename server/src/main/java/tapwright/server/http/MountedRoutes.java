package tapwright.server.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a router answers to, against the table of who may do what. */
public final class MountedRoutes {

  private MountedRoutes() {}

  /** Fails where the router has a route that is not in the table, before anybody can find it. */
  public static void requireListed(Router router) {
    List<String> unlisted = unlisted(router);
    if (!unlisted.isEmpty()) {
      throw new IllegalStateException("routes that are not in the table: " + unlisted);
    }
  }

  /** The routes that are not in the table; steps on the way to all routes have no path. */
  static List<String> unlisted(Router router) {
    return router.getRoutes().stream()
        .filter(route -> route.getPath() != null || route.isRegexPath())
        .filter(route -> !isListed(route))
        .map(route -> route.methods() + " " + route.getPath())
        .distinct()
        .toList();
  }

  private static boolean isListed(Route route) {
    return route.methods() != null
        && route.methods().stream()
            .allMatch(
                method ->
                    Arrays.stream(Endpoint.values())
                        .anyMatch(endpoint -> answers(route, method, endpoint)));
  }

  /** Who may see a page may ask for its head; a link is the same in either case of its letter. */
  private static boolean answers(Route route, HttpMethod method, Endpoint endpoint) {
    boolean ofMethod =
        endpoint.method().equals(method)
            || (method.equals(HttpMethod.HEAD) && endpoint.method().equals(HttpMethod.GET));
    String path = String.valueOf(route.getPath());
    return ofMethod
        && (route.isExactPath()
            ? endpoint.routerPath().equals(path)
            : endpoint.isPublic() && begins(endpoint.routerPath(), path));
  }

  private static boolean begins(String path, String prefix) {
    return path.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
  }
}
