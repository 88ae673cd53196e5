package tapwright.agent.main;

import java.io.IOException;
import java.nio.file.Files;
import tapwright.agent.encode.TagEncodingReader;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannels;

/** A reader opened for tags, with what was learnt of readers before. */
final class OpenedReader {

  /** What was learnt of readers, in the state folder. */
  private static final String PROFILES = "readers.tsv";

  private OpenedReader() {}

  static TagEncodingReader open(Surroundings around, String name) {
    TagChannels channels = new TagChannels(profiles(around.state()));
    return new TagEncodingReader(around.readers().open(name), channels, System::nanoTime);
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
