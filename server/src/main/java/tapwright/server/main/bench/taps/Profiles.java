package tapwright.server.main.bench.taps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import tapwright.server.main.installation.ServerFault;

/** Where the servers of a run spend their time, as the flight recorder of each wrote it down. */
final class Profiles {

  /** A thread's stack after each so much of its time on a core, native code's too (JEP 509). */
  private static final String SAMPLE = "jdk.CPUTimeSample";

  private static final String SAMPLING = SAMPLE + "#enabled=true," + SAMPLE + "#throttle=10ms";

  private static final String STARTING = "main";

  private final Path folder;
  private final boolean wanted;

  Profiles(Path folder, boolean wanted) {
    this.folder = folder;
    this.wanted = wanted;
  }

  /** What the server of the row is started with. */
  List<String> options(TapRow row) {
    return wanted
        ? List.of(
            "-XX:StartFlightRecording=dumponexit=true," + SAMPLING + ",filename=" + file(row),
            "-Xlog:jfr+startup=off")
        : List.of();
  }

  private Path file(TapRow row) {
    return folder.resolve(row.name().toLowerCase(Locale.ROOT) + ".jfr");
  }

  /** The profile of each row that has one, once its server has ended. */
  Map<TapRow, TimeProfile> read() {
    Map<TapRow, TimeProfile> profiles = new TreeMap<>();
    for (TapRow row : TapRow.values()) {
      if (Files.exists(file(row))) {
        profiles.put(row, profile(file(row)));
      }
    }
    return profiles;
  }

  private static TimeProfile profile(Path file) {
    TimeProfile profile = new TimeProfile();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        if (isSample(event)) {
          profile.add(stack(event));
        }
      }
    } catch (IOException e) {
      throw new ServerFault("cannot read the profile " + file, e);
    }
    return profile;
  }

  /** Not of the thread that starts a server: nothing of a tap is done on it. */
  private static boolean isSample(RecordedEvent event) {
    return event.getEventType().getName().equals(SAMPLE)
        && event.getStackTrace() != null
        && event.getThread("eventThread") != null
        && !STARTING.equals(event.getThread("eventThread").getJavaName());
  }

  /** Innermost first. */
  private static List<TimeProfile.Frame> stack(RecordedEvent event) {
    List<TimeProfile.Frame> frames = new ArrayList<>();
    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
      if (frame.isJavaFrame()) {
        frames.add(
            new TimeProfile.Frame(
                frame.getMethod().getType().getName(), frame.getMethod().getName()));
      }
    }
    return frames;
  }
}
