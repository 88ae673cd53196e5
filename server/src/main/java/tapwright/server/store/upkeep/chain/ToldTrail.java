package tapwright.server.store.upkeep.chain;

import java.util.Map;
import java.util.TreeMap;

/** What is told of one trail beside it. */
final class ToldTrail {

  private final ChainName name;
  private final String seller;
  private final TreeMap<Long, ToldEvent> events = new TreeMap<>();

  ToldTrail(ToldEvent first) {
    this.name = first.trail();
    this.seller = first.seller();
    add(first);
  }

  void add(ToldEvent event) {
    events.put(event.number(), event);
  }

  ChainName name() {
    return name;
  }

  String seller() {
    return seller;
  }

  /** The number of the last entry that is told. */
  long last() {
    return events.lastKey();
  }

  /** Whether every entry is told, and not only that there is a trail. */
  boolean isWhole() {
    return !events.lastEntry().getValue().kind().isEmpty();
  }

  Map<Long, ToldEvent> events() {
    return events;
  }
}
