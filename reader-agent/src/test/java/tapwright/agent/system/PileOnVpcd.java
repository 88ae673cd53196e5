package tapwright.agent.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderFront;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.TagImage;
import tapwright.agent.emulator.Tear;
import tapwright.agent.emulator.VpcdBridge;

/**
 * A pile of tags that is laid on both virtual readers of pcscd, one after the other and round and
 * round, some of them lifted too early. It ends with its input, and then keeps every tag in a file.
 */
final class PileOnVpcd {

  /** How long a tag lies there: pcscd takes up to 0.6 s to see it. */
  private static final long LIES_NANOS = 1_500_000_000L;

  private final Deque<EmulatedTag> pile = new ArrayDeque<>();
  private final Random random;
  private volatile boolean ended;

  private PileOnVpcd(int count, long seed) {
    this.random = new Random(seed);
    IntStream.range(0, count)
        .forEach(i -> pile.add(EmulatedTag.blank(EmulatedChip.NTAG215, random)));
  }

  /** A folder for the tags, how many there are, and a seed. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PileOnVpcd hands = new PileOnVpcd(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    List<EmulatedTag> tags = List.copyOf(hands.pile);
    List<Thread> threads = new ArrayList<>();
    for (int port : List.of(PcscdSandbox.FIRST_PORT, PcscdSandbox.SECOND_PORT)) {
      threads.add(Thread.ofPlatform().start(() -> hands.feed(port)));
    }
    System.in.transferTo(System.err);
    hands.ended = true;
    for (Thread thread : threads) {
      thread.join();
    }
    for (EmulatedTag tag : tags) {
      Files.write(Path.of(arguments[0], tag.uid() + ".tag"), TagImage.write(tag));
    }
  }

  private void feed(int port) {
    while (!ended) {
      EmulatedTag tag = next();
      lay(tag, port);
      back(tag);
    }
  }

  private void lay(EmulatedTag tag, int port) {
    VpcdBridge bridge = new VpcdBridge(new ReaderFront(ReaderKind.PCSC), tag);
    try {
      Thread.ofPlatform().daemon().start(() -> takeAway(bridge));
      bridge.present(port, () -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void takeAway(VpcdBridge bridge) {
    LockSupport.parkNanos(LIES_NANOS);
    try {
      bridge.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized EmulatedTag next() {
    EmulatedTag tag = pile.remove();
    if (random.nextInt(3) == 0) {
      tag.tearAt(new Tear(1 + random.nextInt(8), random.nextInt(5)));
    }
    return tag;
  }

  private synchronized void back(EmulatedTag tag) {
    pile.add(tag);
  }
}
