package tapwright.agent.main.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;
import tapwright.agent.encode.TimeAndChance;
import tapwright.agent.encode.reader.TagEncodingReader;
import tapwright.agent.main.console.StateFolder;
import tapwright.agent.main.console.Surroundings;
import tapwright.agent.pcsc.TagConnection;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannels;

/** A reader opened for tags, with what was learnt of readers before. */
public final class OpenedReader {

  /** What was learnt of readers, in the state folder. */
  private static final String PROFILES = "readers.tsv";

  private OpenedReader() {}

  public static TagEncodingReader open(Surroundings around, String name) {
    return open(around, name, UnaryOperator.identity());
  }

  /** The same with something put around each connection, as a trace. */
  public static TagEncodingReader open(
      Surroundings around, String name, UnaryOperator<TagConnection> wrap) {
    TagChannels channels = new TagChannels(profiles(around.state()));
    TimeAndChance machine = new TimeAndChance(System::nanoTime, new SecureRandom());
    return new TagEncodingReader(around.readers().open(name), channels, machine, wrap);
  }

  /** Without a folder to keep them in, readers are probed anew each time. */
  private static ReaderProfiles profiles(StateFolder state) {
    try {
      Files.createDirectories(state.path());
      return ReaderProfiles.in(state.file(PROFILES));
    } catch (IOException e) {
      return ReaderProfiles.inMemory();
    }
  }
}
