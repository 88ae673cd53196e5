package tapwright.agent.station.batch;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.encode.Presentation;
import tapwright.agent.pcsc.ReaderFault;

/** A reader that is unplugged now and then. */
final class FaultyReader implements EncodingReader {

  private final EncodingReader reader;
  private final Random random;
  private final int oneIn;

  FaultyReader(EncodingReader reader, Random random, int oneIn) {
    this.reader = reader;
    this.random = random;
    this.oneIn = oneIn;
  }

  @Override
  public String name() {
    return reader.name();
  }

  @Override
  public Optional<Presentation> awaitPresentation(Duration timeout) {
    if (random.nextInt(oneIn) == 0) {
      throw new ReaderFault.ReaderGone("a card was awaited", null);
    }
    return reader.awaitPresentation(timeout);
  }

  @Override
  public boolean awaitRemoval(Duration timeout) {
    return reader.awaitRemoval(timeout);
  }

  @Override
  public void close() {
    reader.close();
  }
}
