package tapwright.agent.system;

import java.io.PrintStream;
import java.time.Duration;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.ReaderSession;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.pcsc.TagConnection;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannel;
import tapwright.agent.reader.TagChannels;
import tapwright.core.Bytes;

/** Runs inside a sandbox: opens a channel to the tag on a virtual reader and tells what it is. */
final class ChannelProbe {

  private static final int TIMED_READS = 200;

  private ChannelProbe() {}

  public static void main(String[] arguments) {
    String name = arguments[0];
    if (!name.startsWith("Virtual PCD")) {
      throw new IllegalArgumentException("reader is " + name + ", allowed are virtual ones");
    }
    ReaderSession session = Readers.ofPlatform(new ParkingClock()).open(name);
    try (TagConnection connection = session.awaitTag(Duration.ofSeconds(5)).orElseThrow();
        TagChannel channel = new TagChannels(ReaderProfiles.inMemory()).open(name, connection)) {
      report(connection, channel, System.out);
    }
  }

  private static void report(TagConnection connection, TagChannel channel, PrintStream out) {
    out.println("uid " + connection.uid().orElseThrow());
    out.println("native " + channel.passesNativeCommands());
    if (channel.passesNativeCommands()) {
      out.println("version " + channel.exchange(Bytes.of(0x60), "asking the version"));
    }
    channel.write(5, Bytes.ofHex("A1A2A3A4"));
    out.println("page5 " + channel.read(5, 5));
    out.println("exchanges " + channel.exchanges());
    out.println("probes " + channel.probeExchanges());
    out.println(microsPerExchange(channel) + " microseconds");
  }

  private static long microsPerExchange(TagChannel channel) {
    int before = channel.exchanges();
    long start = System.nanoTime();
    for (int i = 0; i < TIMED_READS; i++) {
      channel.read(4, 7);
    }
    return (System.nanoTime() - start) / 1000 / (channel.exchanges() - before);
  }
}
