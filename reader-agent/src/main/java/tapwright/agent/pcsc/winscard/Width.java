package tapwright.agent.pcsc.winscard;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** How many bytes one of PC/SC's integers takes; values are unsigned. */
enum Width {
  FOUR {
    @Override
    ValueLayout layout() {
      return ValueLayout.JAVA_INT;
    }

    @Override
    long get(MemorySegment memory, long offset) {
      return Integer.toUnsignedLong(memory.get(ValueLayout.JAVA_INT_UNALIGNED, offset));
    }

    @Override
    void set(MemorySegment memory, long offset, long value) {
      memory.set(ValueLayout.JAVA_INT_UNALIGNED, offset, (int) value);
    }
  },
  EIGHT {
    @Override
    ValueLayout layout() {
      return ValueLayout.JAVA_LONG;
    }

    @Override
    long get(MemorySegment memory, long offset) {
      return memory.get(ValueLayout.JAVA_LONG_UNALIGNED, offset);
    }

    @Override
    void set(MemorySegment memory, long offset, long value) {
      memory.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, value);
    }
  };

  /** As an argument or a result. */
  abstract ValueLayout layout();

  int bytes() {
    return Math.toIntExact(layout().byteSize());
  }

  abstract long get(MemorySegment memory, long offset);

  abstract void set(MemorySegment memory, long offset, long value);
}
