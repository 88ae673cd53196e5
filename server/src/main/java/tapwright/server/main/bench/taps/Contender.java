package tapwright.server.main.bench.taps;

import java.util.List;
import java.util.Optional;
import tapwright.server.main.bench.load.StoredTaps;
import tapwright.server.main.bench.stage.ServerProcess;

/**
 * A server that load is sent to.
 *
 * @param stored its record; empty for the bare redirect
 * @param processes what works for it; of a database on another machine or by another hand nothing
 */
record Contender(
    TapRow row, ServerProcess server, Optional<StoredTaps> stored, List<ProcessHandle> processes) {

  Contender {
    processes = List.copyOf(processes);
  }
}
