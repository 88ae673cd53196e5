package tapwright.agent.pcsc.winscard;

/**
 * Where the parts of an SCARD_READERSTATE lie that are used; the reader's name is always a pointer
 * at its begin, followed by one to data of the user's.
 */
enum ReaderStateLayout {
  /** pcsclite.h: three longs, an ATR of 33 bytes, and room up to the next multiple of 8. */
  OF_LONGS(16, 24, 80),
  /** Apple's pcsclite.h: the same with 32-bit integers and {@code #pragma pack(1)}. */
  PACKED_INTS(16, 20, 61),
  /** winscard.h of mingw-w64: three DWORDs and an ATR of 36 bytes. */
  OF_INTS(16, 20, 64);

  static final int NAME = 0;

  private final int currentState;
  private final int eventState;
  private final int size;

  ReaderStateLayout(int currentState, int eventState, int size) {
    this.currentState = currentState;
    this.eventState = eventState;
    this.size = size;
  }

  /** What the caller knows. */
  int currentState() {
    return currentState;
  }

  /** What the library tells. */
  int eventState() {
    return eventState;
  }

  /** Of the whole, from one element of an array to the next. */
  int size() {
    return size;
  }
}
