package tapwright.agent.station;

/** Hears what happens at a station, one thing after the other, on the threads that work there. */
@FunctionalInterface
public interface StationListener {

  void on(StationNews news);
}
