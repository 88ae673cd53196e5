package tapwright.server.main.serve;

import java.util.concurrent.atomic.AtomicBoolean;

/** The stop of a server, which happens once however often it is asked for. */
final class Stop implements Runnable {

  private final RunningServer server;
  private final Runnable afterwards;
  private final AtomicBoolean begun = new AtomicBoolean();

  /**
   * A stop.
   *
   * @param afterwards what is done once the server has let go of its record
   */
  Stop(RunningServer server, Runnable afterwards) {
    this.server = server;
    this.afterwards = afterwards;
  }

  @Override
  public void run() {
    if (begun.compareAndSet(false, true)) {
      server.close();
      afterwards.run();
    }
  }
}
