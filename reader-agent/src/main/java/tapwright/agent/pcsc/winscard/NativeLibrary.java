package tapwright.agent.pcsc.winscard;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.EnumMap;
import java.util.Map;

/** A PC/SC library, called with the same types on every platform: long and memory. */
final class NativeLibrary {

  /** Return codes have 32 bits, whatever LONG has, and pcsclite does not extend their sign. */
  private static final long CODE_BITS = 0xFFFFFFFFL;

  private final Platform platform;
  private final Map<ScardFunction, MethodHandle> functions = new EnumMap<>(ScardFunction.class);

  /**
   * Binds all functions.
   *
   * @throws IllegalArgumentException when one is missing
   */
  NativeLibrary(Platform platform, SymbolLookup symbols) {
    this.platform = platform;
    for (ScardFunction function : ScardFunction.values()) {
      functions.put(function, bound(function, symbols));
    }
  }

  /** The library of this machine. */
  static NativeLibrary load(Platform platform) throws ScardException {
    try {
      return new NativeLibrary(platform, lookup(platform.library()));
    } catch (IllegalArgumentException e) {
      throw ScardException.noLibrary(platform.library(), e);
    }
  }

  Platform platform() {
    return platform;
  }

  /** Calls a function with longs for integers and handles, and gives its return code. */
  long code(ScardFunction function, Object... arguments) {
    MethodHandle handle = functions.get(function);
    if (handle == null) {
      throw new IllegalStateException(function + " is not bound");
    }
    try {
      return (long) handle.invokeExact(arguments) & CODE_BITS;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(function.plainName() + " was called wrongly", e);
    }
  }

  /** Calls a function that has to succeed. */
  void call(ScardFunction function, Object... arguments) throws ScardException {
    long code = code(function, arguments);
    if (code != ScardCode.SCARD_S_SUCCESS.value()) {
      throw ScardException.of(code, function.plainName());
    }
  }

  @SuppressWarnings("restricted") // the library is the system's own
  private static SymbolLookup lookup(String name) {
    return SymbolLookup.libraryLookup(name, Arena.global());
  }

  @SuppressWarnings("restricted") // the descriptor follows the header of the library
  private MethodHandle bound(ScardFunction function, SymbolLookup symbols) {
    String symbol = platform.symbol(function);
    MemorySegment address =
        symbols
            .find(symbol)
            .orElseThrow(() -> new IllegalArgumentException(symbol + " is not in the library"));
    MethodHandle handle = Linker.nativeLinker().downcallHandle(address, descriptor(function));
    return MethodHandles.explicitCastArguments(handle, uniformType(function))
        .asSpreader(Object[].class, function.arguments().size());
  }

  private FunctionDescriptor descriptor(ScardFunction function) {
    MemoryLayout[] arguments =
        function.arguments().stream().map(this::layout).toArray(MemoryLayout[]::new);
    return FunctionDescriptor.of(platform.dword().layout(), arguments);
  }

  private ValueLayout layout(ScardFunction.Argument argument) {
    return switch (argument) {
      case DWORD -> platform.dword().layout();
      case HANDLE -> platform.handle().layout();
      case POINTER -> ValueLayout.ADDRESS;
    };
  }

  private static MethodType uniformType(ScardFunction function) {
    Class<?>[] types =
        function.arguments().stream()
            .map(it -> it == ScardFunction.Argument.POINTER ? MemorySegment.class : long.class)
            .toArray(Class<?>[]::new);
    return MethodType.methodType(long.class, types);
  }
}
