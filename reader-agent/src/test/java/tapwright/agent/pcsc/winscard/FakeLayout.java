package tapwright.agent.pcsc.winscard;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The libraries' layouts once more, as numbers of the test and not from the code under test: widths
 * of DWORD and handle, offsets of the two states, size of SCARD_READERSTATE.
 */
record FakeLayout(int dword, int handle, int current, int event, int size) {

  static FakeLayout of(Platform platform) {
    return switch (platform) {
      case PCSCLITE -> new FakeLayout(8, 8, 16, 24, 80);
      case MACOS -> new FakeLayout(4, 4, 16, 20, 61);
      case WINDOWS -> new FakeLayout(4, 8, 16, 20, 64);
    };
  }

  ValueLayout type(int width) {
    return width == 8 ? ValueLayout.JAVA_LONG : ValueLayout.JAVA_INT;
  }

  long dwordAt(MemorySegment memory, long offset) {
    MemorySegment reached = reached(memory, offset + dword);
    return dword == 8
        ? reached.get(ValueLayout.JAVA_LONG_UNALIGNED, offset)
        : Integer.toUnsignedLong(reached.get(ValueLayout.JAVA_INT_UNALIGNED, offset));
  }

  void putDword(MemorySegment memory, long offset, long value) {
    put(memory, offset, value, dword);
  }

  void putHandle(MemorySegment memory, long value) {
    put(memory, 0, value, handle);
  }

  private static void put(MemorySegment memory, long offset, long value, int width) {
    MemorySegment reached = reached(memory, offset + width);
    if (width == 8) {
      reached.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, value);
    } else {
      reached.set(ValueLayout.JAVA_INT_UNALIGNED, offset, (int) value);
    }
  }

  @SuppressWarnings("restricted") // what a library gets are addresses without a size
  static MemorySegment reached(MemorySegment memory, long size) {
    return memory.reinterpret(size);
  }
}
