package tapwright.agent.station;

/** Hears what happens at a station, on the thread that works there. */
@FunctionalInterface
public interface StationListener {

  void on(StationNews news);
}
