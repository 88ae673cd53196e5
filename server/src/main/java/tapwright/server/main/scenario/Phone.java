package tapwright.server.main.scenario;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;

/** People's phones at cards: each read counts on in the chip, as a real one's would. */
final class Phone {

  private static final String AGENT =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148";

  private final URI server;
  private final Map<String, Chip> chips = new HashMap<>();

  Phone(URI server) {
    this.server = server;
  }

  /** What a chip puts into its link. */
  private record Chip(String uid, int counter) {}

  /** A chip was made for the slug, and read so often. */
  void holds(String slug, String uid, int counter) {
    chips.put(slug, new Chip(uid, counter));
  }

  /** The next request for that link of the card. */
  HttpRequest open(String slug, Step.Link link) {
    String mirrored = link == Step.Link.CHIP ? read(slug) : "";
    return HttpRequest.newBuilder(server.resolve(link.of(slug) + mirrored))
        .header("User-Agent", AGENT)
        .header("Accept", "text/html")
        .build();
  }

  /** What the chip adds to its link at its next read. */
  private String read(String slug) {
    Chip chip = chips.computeIfPresent(slug, (key, one) -> new Chip(one.uid(), one.counter() + 1));
    return chip == null ? "" : "?m=%sx%06X".formatted(chip.uid(), chip.counter());
  }
}
