package tapwright.server.main.bench.load;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is sent to a server for one figure.
 *
 * @param kind which link
 * @param cards over how many cards, each request to one of them at random
 * @param connections how many requests are in flight at once
 */
public record TapLoad(Kind kind, int cards, int connections) {

  /** As many as the bars over many cards speak of. */
  public static final int MANY_CARDS = 1_000;

  /** Which link of a card is asked for. */
  public enum Kind {
    /** The chip's link without a counter: nothing makes a hit unique. */
    LINK,

    /** The chip's link with its UID and a read counter that no request before had. */
    MIRROR
  }

  public TapLoad {
    if (cards < 1 || connections < 1) {
      throw new IllegalArgumentException(
          "cards is " + cards + ", connections " + connections + ", allowed is 1 or more of both");
    }
  }

  /** One card at 1, 32 and 128 connections and many cards at 32, of both kinds. */
  public static List<TapLoad> all() {
    return Stream.of(Kind.values())
        .flatMap(
            kind ->
                Stream.of(
                    new TapLoad(kind, 1, 1),
                    new TapLoad(kind, 1, 32),
                    new TapLoad(kind, 1, 128),
                    new TapLoad(kind, MANY_CARDS, 32)))
        .toList();
  }

  /** As it is shown: {@code bare link, 1 card, 32 connections}. */
  public String label() {
    return String.format(
        Locale.ROOT,
        "%s, %,d %s, %d %s",
        switch (kind) {
          case LINK -> "bare link";
          case MIRROR -> "mirrored counter";
        },
        cards,
        cards == 1 ? "card" : "random cards",
        connections,
        connections == 1 ? "connection" : "connections");
  }
}
