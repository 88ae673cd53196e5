package tapwright.agent.main.bench.pcscd;

import java.time.Duration;
import tapwright.agent.pcsc.ReaderSession;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.pcsc.TagConnection;
import tapwright.core.Bytes;

/** vpcd's readers, and where each waits for a card (vpcd's default port and the next). */
enum VirtualReader {
  FIRST("Virtual PCD 00 00", 35963),
  SECOND("Virtual PCD 00 01", 35964);

  private static final Bytes READ = Bytes.ofHex("FFB0000410");
  private static final Bytes WRITE = Bytes.ofHex("FFD6000504");

  /** How long a card may take to be seen on a reader of a pcscd that runs. */
  static final Duration SEEN = Duration.ofSeconds(10);

  private final String readerName;
  private final int port;

  VirtualReader(String readerName, int port) {
    this.readerName = readerName;
    this.port = port;
  }

  String readerName() {
    return readerName;
  }

  int port() {
    return port;
  }

  ReaderSession open(Readers readers) {
    return readers.open(readerName);
  }

  TagConnection connect(Readers readers) {
    return open(readers)
        .awaitTag(SEEN)
        .orElseThrow(() -> new IllegalStateException("no card was seen on " + readerName));
  }

  /** One exchange that takes no time of its own. */
  static void read(TagConnection card) {
    expectSuccess(card.transmit(READ));
  }

  /** One exchange that takes the card its time; each is another content, so that it is written. */
  static void write(TagConnection card, int number) {
    expectSuccess(card.transmit(WRITE.plus(Bytes.of(0, 0, number >> 8 & 0xFF, number & 0xFF))));
  }

  private static void expectSuccess(Bytes answer) {
    if (!answer.sliceFrom(answer.size() - 2).equals(Bytes.ofHex("9000"))) {
      throw new IllegalStateException("the card answered " + answer);
    }
  }
}
