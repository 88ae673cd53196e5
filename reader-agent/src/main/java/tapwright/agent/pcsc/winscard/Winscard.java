package tapwright.agent.pcsc.winscard;

import static java.lang.foreign.MemorySegment.NULL;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tapwright.core.Bytes;

/** PC/SC's functions in terms of Java. */
final class Winscard {

  /** SCARD_PROTOCOL_T0 and T1. */
  static final long T0 = 1;

  static final long T1 = 2;

  /** SCARD_LEAVE_CARD and SCARD_RESET_CARD. */
  static final long LEAVE = 0;

  static final long RESET = 1;

  /** INFINITE. */
  static final long FOR_EVER = 0xFFFFFFFFL;

  /** SCARD_SCOPE_SYSTEM; pcsclite makes no difference, Windows' own samples use this one. */
  private static final long SCOPE_SYSTEM = 2;

  /** SCARD_SHARE_SHARED and SCARD_SHARE_DIRECT. */
  private static final long SHARED = 2;

  private static final long DIRECT = 3;

  /** The longest answer: 65,536 bytes of data and the status word (ISO/IEC 7816-4 section 5.1). */
  private static final int LONGEST_ANSWER = 0x10000 + 2;

  /** Of an ATR: 33 bytes (ISO/IEC 7816-3 section 8.2.1), for which Windows keeps 36. */
  private static final int LONGEST_ATR = 36;

  /** How often the list of readers may grow while it is being asked for. */
  private static final int LISTINGS = 8;

  private final NativeLibrary library;
  private final Platform platform;

  Winscard(NativeLibrary library) {
    this.library = library;
    this.platform = library.platform();
  }

  /** A connection to a card, or to a reader without one. */
  record Connected(long handle, long protocol) {}

  Platform platform() {
    return platform;
  }

  long establishContext() throws ScardException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment context = handle(arena);
      library.call(ScardFunction.ESTABLISH_CONTEXT, SCOPE_SYSTEM, NULL, NULL, context);
      return platform.handle().get(context, 0);
    }
  }

  void releaseContext(long context) throws ScardException {
    library.call(ScardFunction.RELEASE_CONTEXT, context);
  }

  /** Ends a wait in this context, from another thread. */
  void cancel(long context) throws ScardException {
    library.call(ScardFunction.CANCEL, context);
  }

  /** The names of the readers; none is no failure. */
  List<String> readers(long context) throws ScardException {
    for (int tries = 1; ; tries++) {
      try {
        return readersNow(context);
      } catch (ScardException e) {
        if (e.is(ScardCode.SCARD_E_NO_READERS_AVAILABLE)) {
          return List.of();
        }
        if (!e.is(ScardCode.SCARD_E_INSUFFICIENT_BUFFER) || tries == LISTINGS) {
          throw e;
        }
      }
    }
  }

  private List<String> readersNow(long context) throws ScardException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment length = dword(arena, 0);
      library.call(ScardFunction.LIST_READERS, context, NULL, NULL, length);
      MemorySegment names = arena.allocate(Math.max(1, platform.dword().get(length, 0)));
      library.call(ScardFunction.LIST_READERS, context, NULL, names, length);
      long used = Math.min(names.byteSize(), platform.dword().get(length, 0));
      return split(names.asSlice(0, used));
    }
  }

  /** Texts one after the other, each ended by a zero and all by another. */
  private List<String> split(MemorySegment names) {
    String all = new String(names.toArray(ValueLayout.JAVA_BYTE), platform.texts());
    return Arrays.stream(all.split("\0")).filter(name -> !name.isEmpty()).toList();
  }

  /**
   * Waits until a reader is not as it was, or the time is over; 0 only asks.
   *
   * @param timeoutMillis or {@link #FOR_EVER}
   */
  List<ReaderStatus> awaitChange(long context, long timeoutMillis, List<ReaderStatus> known)
      throws ScardException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment states = states(arena, known);
      long code =
          library.code(
              ScardFunction.GET_STATUS_CHANGE, context, timeoutMillis, states, (long) known.size());
      if (code == ScardCode.SCARD_E_TIMEOUT.value()) {
        return known;
      }
      if (code != ScardCode.SCARD_S_SUCCESS.value()) {
        throw ScardException.of(code, ScardFunction.GET_STATUS_CHANGE.plainName());
      }
      return read(states, known);
    }
  }

  private MemorySegment states(Arena arena, List<ReaderStatus> known) {
    ReaderStateLayout layout = platform.readerState();
    MemorySegment states = arena.allocate((long) layout.size() * known.size(), Long.BYTES);
    for (int i = 0; i < known.size(); i++) {
      MemorySegment state = states.asSlice((long) i * layout.size(), layout.size());
      MemorySegment name = arena.allocateFrom(known.get(i).name(), platform.texts());
      state.set(ValueLayout.ADDRESS_UNALIGNED, ReaderStateLayout.NAME, name);
      platform.dword().set(state, layout.currentState(), known.get(i).state());
    }
    return states;
  }

  private List<ReaderStatus> read(MemorySegment states, List<ReaderStatus> known) {
    ReaderStateLayout layout = platform.readerState();
    List<ReaderStatus> now = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      long at = (long) i * layout.size() + layout.eventState();
      now.add(known.get(i).with(platform.dword().get(states, at)));
    }
    return List.copyOf(now);
  }

  /** Connects to the card on a reader, beside other programs. */
  Connected connect(long context, String reader, long protocols) throws ScardException {
    return connect(context, reader, SHARED, protocols);
  }

  /** Connects to a reader, whether a card is on it or not. */
  Connected connectDirect(long context, String reader) throws ScardException {
    return connect(context, reader, DIRECT, platform.namesProtocolsForDirect() ? T0 | T1 : 0);
  }

  private Connected connect(long context, String reader, long share, long protocols)
      throws ScardException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(reader, platform.texts());
      MemorySegment card = handle(arena);
      MemorySegment protocol = dword(arena, 0);
      library.call(ScardFunction.CONNECT, context, name, share, protocols, card, protocol);
      return new Connected(platform.handle().get(card, 0), platform.dword().get(protocol, 0));
    }
  }

  void disconnect(long card, long disposition) throws ScardException {
    library.call(ScardFunction.DISCONNECT, card, disposition);
  }

  Bytes atr(long card) throws ScardException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment atr = arena.allocate(LONGEST_ATR);
      MemorySegment length = dword(arena, LONGEST_ATR);
      MemorySegment unused = dword(arena, 0);
      MemorySegment alsoUnused = dword(arena, 0);
      library.call(
          ScardFunction.STATUS, card, NULL, dword(arena, 0), unused, alsoUnused, atr, length);
      return bytes(atr, length);
    }
  }

  void beginTransaction(long card) throws ScardException {
    library.call(ScardFunction.BEGIN_TRANSACTION, card);
  }

  void endTransaction(long card) throws ScardException {
    library.call(ScardFunction.END_TRANSACTION, card, LEAVE);
  }

  Bytes transmit(Connected card, Bytes command) throws ScardException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = arena.allocate(platform.ioRequestSize(), Long.BYTES);
      platform.dword().set(request, 0, card.protocol());
      platform.dword().set(request, platform.dword().bytes(), platform.ioRequestSize());
      MemorySegment answer = arena.allocate(LONGEST_ANSWER);
      MemorySegment length = dword(arena, LONGEST_ANSWER);
      library.call(
          ScardFunction.TRANSMIT,
          card.handle(),
          request,
          memory(arena, command),
          (long) command.size(),
          NULL,
          answer,
          length);
      return bytes(answer, length);
    }
  }

  Bytes control(long card, int code, Bytes command) throws ScardException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment answer = arena.allocate(LONGEST_ANSWER);
      MemorySegment length = dword(arena, 0);
      library.call(
          ScardFunction.CONTROL,
          card,
          Integer.toUnsignedLong(code),
          memory(arena, command),
          (long) command.size(),
          answer,
          (long) LONGEST_ANSWER,
          length);
      return bytes(answer, length);
    }
  }

  private MemorySegment handle(Arena arena) {
    return arena.allocate(platform.handle().layout());
  }

  private MemorySegment dword(Arena arena, long value) {
    MemorySegment dword = arena.allocate(platform.dword().layout());
    platform.dword().set(dword, 0, value);
    return dword;
  }

  private static MemorySegment memory(Arena arena, Bytes bytes) {
    return arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes.toArray());
  }

  private Bytes bytes(MemorySegment memory, MemorySegment length) {
    long used = Math.min(memory.byteSize(), platform.dword().get(length, 0));
    return Bytes.copyOf(memory.asSlice(0, used).toArray(ValueLayout.JAVA_BYTE));
  }
}
