package tapwright.agent.system;

import java.time.Duration;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.ReaderSession;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.pcsc.TagConnection;
import tapwright.core.Bytes;

/** Runs inside a sandbox: writes to a card that tears off and waits for it to go and come back. */
final class RemovalProbe {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Bytes WRITE = Bytes.ofHex("FFD6000504A1A2A3A4");

  private RemovalProbe() {}

  public static void main(String[] arguments) {
    ReaderSession session = Readers.ofPlatform(new ParkingClock()).open(PcscdSandbox.FIRST_READER);
    try (TagConnection card = session.awaitTag(LIMIT).orElseThrow()) {
      card.transmit(WRITE);
    }
    System.out.println("removed " + session.awaitRemoval(LIMIT));
    try (TagConnection card = session.awaitTag(LIMIT).orElseThrow()) {
      System.out.println("back " + card.uid().orElseThrow());
    }
  }
}
