package tapwright.agent.pcsc.winscard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tapwright.core.Bytes;

/**
 * A PC/SC library and service in memory, with readers that come and go; its methods are called
 * through native stubs.
 */
final class FakeWinscard {

  static final Bytes ATR = Bytes.ofHex("3B8F8001804F0CA0000003060300030000000068");

  private static final String NOTIFICATION = "\\\\?PnP?\\Notification";
  private static final long INFINITE = 0xFFFFFFFFL;
  private static final long DIRECT = 3;

  private final FakeLayout layout;
  private final boolean comparesReaderCount;
  private final Map<String, Long> readers = new LinkedHashMap<>();
  private final Set<Long> contexts = new HashSet<>();
  private final Set<Long> waiting = new HashSet<>();
  private final Set<Long> cancelled = new HashSet<>();
  private final Map<Long, Long> contextOfCard = new HashMap<>();
  private final Map<ScardFunction, ScardCode> failures = new HashMap<>();
  private final List<String> heard = new ArrayList<>();
  private Bytes answer = Bytes.ofHex("9000");
  private long nextHandle = 0x1001;
  private long protocol = 2;
  private int waits;
  private boolean running = true;
  private boolean frozen;

  FakeWinscard(Platform platform) {
    this.layout = FakeLayout.of(platform);
    this.comparesReaderCount = platform == Platform.WINDOWS;
  }

  /** Plugs a reader in; in its state the flag says empty and the count is 0. */
  synchronized void plug(String name) {
    readers.put(name, 0x10L);
    notifyAll();
  }

  /** Plugs a reader in on which a card lies already. */
  synchronized void plugWithCard(String name) {
    readers.put(name, 0x10020L);
    notifyAll();
  }

  synchronized void unplug(String name) {
    readers.remove(name);
    notifyAll();
  }

  /** Lays a card down or takes it away. */
  synchronized void turn(String name) {
    readers.computeIfPresent(name, (reader, state) -> (state ^ 0x30L) + 0x10000L);
    notifyAll();
  }

  /** Forgets every context, as a service does that ends; it can be started again. */
  synchronized void service(boolean up) {
    running = up;
    contexts.clear();
    contextOfCard.clear();
    notifyAll();
  }

  /** Forgets every context and is back at once, before anybody has asked for anything. */
  synchronized void restartService() {
    service(false);
    service(true);
  }

  /** Has neither a wait nor a cancel return, as a stopped process does that was not killed. */
  synchronized void freeze(boolean stopped) {
    frozen = stopped;
    notifyAll();
  }

  /** Has every call of a function fail from now on. */
  synchronized void fail(ScardFunction function, ScardCode code) {
    failures.put(function, code);
  }

  synchronized void answer(Bytes next) {
    answer = next;
  }

  synchronized void speakT0() {
    protocol = 1;
  }

  synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  synchronized int cards() {
    return contextOfCard.size();
  }

  synchronized int contexts() {
    return contexts.size();
  }

  /** How often somebody has waited for a change, and not only asked. */
  synchronized int waits() {
    return waits;
  }

  /** Returns when somebody waits for a change. */
  synchronized void awaitWaiting() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
  }

  /** Returns when somebody has waited so often. */
  synchronized void awaitWaits(int count) throws InterruptedException {
    while (waits < count || waiting.isEmpty()) {
      wait();
    }
  }

  /** Returns when nobody waits. */
  synchronized void awaitNobodyWaiting() throws InterruptedException {
    while (!waiting.isEmpty()) {
      wait();
    }
  }

  synchronized boolean waitsInAContextWithACard() {
    return contextOfCard.values().stream().anyMatch(waiting::contains);
  }

  synchronized long establishContext(
      long scope, MemorySegment unused, MemorySegment alsoUnused, MemorySegment context) {
    if (!running) {
      return ScardCode.SCARD_E_NO_SERVICE.value();
    }
    contexts.add(nextHandle);
    layout.putHandle(context, nextHandle++);
    return 0;
  }

  synchronized long releaseContext(long context) {
    contextOfCard.values().remove(context);
    return contexts.remove(context) ? 0 : ScardCode.SCARD_E_INVALID_HANDLE.value();
  }

  synchronized long listReaders(
      long context, MemorySegment groups, MemorySegment names, MemorySegment length) {
    if (refusal(ScardFunction.LIST_READERS, context) != 0) {
      return refusal(ScardFunction.LIST_READERS, context);
    }
    if (readers.isEmpty()) {
      return ScardCode.SCARD_E_NO_READERS_AVAILABLE.value();
    }
    byte[] text = (String.join("\0", readers.keySet()) + "\0\0").getBytes(UTF_8);
    long room = layout.dwordAt(length, 0);
    layout.putDword(length, 0, text.length);
    if (names.address() == 0) {
      return 0;
    }
    if (room < text.length) {
      return ScardCode.SCARD_E_INSUFFICIENT_BUFFER.value();
    }
    put(names, text);
    return 0;
  }

  synchronized long getStatusChange(long context, long timeout, MemorySegment states, long count) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeout & INFINITE);
    int attached = readers.size();
    waits += timeout == 0 ? 0 : 1;
    waiting.add(context);
    notifyAll();
    try {
      while (true) {
        thaw();
        long refusal = refusal(ScardFunction.GET_STATUS_CHANGE, context);
        if (refusal != 0) {
          return refusal;
        }
        if (cancelled.remove(context)) {
          return ScardCode.SCARD_E_CANCELLED.value();
        }
        if (changed(states, Math.toIntExact(count), attached)) {
          return 0;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          return ScardCode.SCARD_E_TIMEOUT.value();
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      waiting.remove(context);
      notifyAll();
    }
  }

  private synchronized void thaw() throws InterruptedException {
    while (frozen) {
      wait();
    }
  }

  private boolean changed(MemorySegment states, int count, int attached) {
    MemorySegment all = FakeLayout.reached(states, (long) layout.size() * count);
    boolean changed = false;
    for (int i = 0; i < count; i++) {
      MemorySegment one = all.asSlice((long) i * layout.size(), layout.size());
      String name = text(one.get(ValueLayout.ADDRESS_UNALIGNED, 0));
      long known = layout.dwordAt(one, layout.current());
      long now =
          name.equals(NOTIFICATION)
              ? notification(known, attached)
              : readers.getOrDefault(name, 0x0CL);
      layout.putDword(one, layout.event(), now == known ? now : now | 2);
      changed |= now != known;
    }
    return changed;
  }

  /**
   * Windows compares the readers with the count that is known, pcsclite with those at the begin.
   */
  private long notification(long known, int attached) {
    if (comparesReaderCount) {
      return (long) readers.size() << 16;
    }
    return known + (readers.size() == attached ? 0 : 0x10000L);
  }

  /** One that comes before the wait is lost, as with pcsclite. */
  synchronized long cancel(long context) throws InterruptedException {
    thaw();
    if (waiting.contains(context)) {
      cancelled.add(context);
      notifyAll();
    }
    return 0;
  }

  synchronized long connect(
      long context,
      MemorySegment reader,
      long share,
      long protocols,
      MemorySegment card,
      MemorySegment active) {
    long refusal = refusal(ScardFunction.CONNECT, context);
    Long state = readers.get(text(reader));
    if (refusal != 0 || state == null) {
      return refusal != 0 ? refusal : ScardCode.SCARD_E_UNKNOWN_READER.value();
    }
    if (share != DIRECT && (state & 0x20) == 0) {
      return ScardCode.SCARD_E_NO_SMARTCARD.value();
    }
    heard.add("connect " + share + " " + protocols);
    contextOfCard.put(nextHandle, context);
    layout.putHandle(card, nextHandle++);
    layout.putDword(active, 0, share == DIRECT ? 0 : protocol);
    return 0;
  }

  synchronized long disconnect(long card, long disposition) {
    long refusal = refusalOfCard(ScardFunction.DISCONNECT, card);
    if (refusal == 0) {
      contextOfCard.remove(card);
      heard.add("disconnect " + disposition);
    }
    return refusal;
  }

  synchronized long status(
      long card,
      MemorySegment name,
      MemorySegment nameLength,
      MemorySegment state,
      MemorySegment active,
      MemorySegment atr,
      MemorySegment atrLength) {
    long refusal = refusalOfCard(ScardFunction.STATUS, card);
    if (refusal == 0) {
      put(atr, ATR.toArray());
      layout.putDword(atrLength, 0, ATR.size());
    }
    return refusal;
  }

  synchronized long beginTransaction(long card) {
    heard.add("begin");
    return refusalOfCard(ScardFunction.BEGIN_TRANSACTION, card);
  }

  synchronized long endTransaction(long card, long disposition) {
    heard.add("end " + disposition);
    return refusalOfCard(ScardFunction.END_TRANSACTION, card);
  }

  synchronized long transmit(
      long card,
      MemorySegment request,
      MemorySegment command,
      long length,
      MemorySegment unused,
      MemorySegment response,
      MemorySegment responseLength) {
    long refusal = refusalOfCard(ScardFunction.TRANSMIT, card);
    if (refusal == 0) {
      long protocolOfRequest = layout.dwordAt(request, 0);
      long size = layout.dwordAt(request, layout.dword());
      heard.add(protocolOfRequest + "/" + size + " " + bytes(command, length));
      put(response, answer.toArray());
      layout.putDword(responseLength, 0, answer.size());
    }
    return refusal;
  }

  synchronized long control(
      long card,
      long code,
      MemorySegment command,
      long length,
      MemorySegment response,
      long room,
      MemorySegment responseLength) {
    heard.add("control %08X %s".formatted(code & INFINITE, bytes(command, length)));
    put(response, answer.toArray());
    layout.putDword(responseLength, 0, answer.size());
    return refusalOfCard(ScardFunction.CONTROL, card);
  }

  private long refusalOfCard(ScardFunction function, long card) {
    Long context = contextOfCard.get(card);
    return context == null ? ScardCode.SCARD_E_INVALID_HANDLE.value() : refusal(function, context);
  }

  private long refusal(ScardFunction function, long context) {
    if (!running) {
      return ScardCode.SCARD_E_SERVICE_STOPPED.value();
    }
    if (!contexts.contains(context)) {
      return ScardCode.SCARD_E_INVALID_HANDLE.value();
    }
    return failures.getOrDefault(function, ScardCode.SCARD_S_SUCCESS).value();
  }

  private static void put(MemorySegment memory, byte[] bytes) {
    MemorySegment.copy(
        bytes, 0, FakeLayout.reached(memory, bytes.length), ValueLayout.JAVA_BYTE, 0, bytes.length);
  }

  private static Bytes bytes(MemorySegment memory, long length) {
    return Bytes.copyOf(FakeLayout.reached(memory, length).toArray(ValueLayout.JAVA_BYTE));
  }

  private static String text(MemorySegment memory) {
    return FakeLayout.reached(memory, 256).getString(0);
  }
}
