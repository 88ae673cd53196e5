package tapwright.server.main.bench.taps;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The time that processes and all that they run have had on a core. */
final class CoreTime {

  private CoreTime() {}

  /** Of the processes and their descendants; what has ended meanwhile is not in it. */
  static Duration of(List<ProcessHandle> processes) {
    return processes.stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
