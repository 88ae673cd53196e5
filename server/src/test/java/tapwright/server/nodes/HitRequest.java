package tapwright.server.nodes;

/**
 * One request of a phone, ready to be sent, and where it is noted.
 *
 * @param kind what it is
 * @param text the request as it goes over the wire
 * @param tally where its sending and its answer are noted
 */
record HitRequest(HitKind kind, String text, Tally tally) {

  boolean isHead() {
    return text.startsWith("HEAD");
  }

  static String get(String path) {
    return text("GET", path, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)", "");
  }

  /** How a machine asks, in one of three ways. */
  static String preview(String path, int way) {
    return switch (way) {
      case 0 -> text("HEAD", path, "Mozilla/5.0", "");
      case 1 -> text("GET", path, "Mozilla/5.0", "Sec-Purpose: prefetch\r\n");
      default -> text("GET", path, "WhatsApp/2.23.20.0 A", "");
    };
  }

  private static String text(String method, String path, String agent, String more) {
    return "%s %s HTTP/1.1\r\nHost: localhost\r\nUser-Agent: %s\r\n%s\r\n"
        .formatted(method, path, agent, more);
  }
}
