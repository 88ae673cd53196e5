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
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A fake's methods as the functions of a native library, under the names of a platform. */
final class FakeSymbols implements SymbolLookup {

  private static final Set<String> WITH_TEXT =
      Set.of("SCardListReaders", "SCardGetStatusChange", "SCardConnect", "SCardStatus");

  private final Map<String, MemorySegment> addresses;

  FakeSymbols(FakeWinscard fake, Platform platform) {
    FakeLayout layout = FakeLayout.of(platform);
    this.addresses =
        Arrays.stream(ScardFunction.values())
            .collect(
                Collectors.toMap(
                    it -> symbol(it.plainName(), platform), it -> stub(fake, it, layout)));
  }

  @Override
  public Optional<MemorySegment> find(String name) {
    return Optional.ofNullable(addresses.get(name));
  }

  private static String symbol(String name, Platform platform) {
    return switch (platform) {
      case PCSCLITE -> name;
      case MACOS -> name.equals("SCardControl") ? "SCardControl132" : name;
      case WINDOWS -> WITH_TEXT.contains(name) ? name + "A" : name;
    };
  }

  @SuppressWarnings("restricted") // the stub lives as long as the tests
  private static MemorySegment stub(FakeWinscard fake, ScardFunction function, FakeLayout layout) {
    MemoryLayout[] types =
        function.arguments().stream().map(it -> type(it, layout)).toArray(MemoryLayout[]::new);
    FunctionDescriptor descriptor = FunctionDescriptor.of(layout.type(layout.dword()), types);
    MethodHandle adapted =
        MethodHandles.explicitCastArguments(method(fake, function), descriptor.toMethodType());
    return Linker.nativeLinker().upcallStub(adapted, descriptor, Arena.global());
  }

  private static MemoryLayout type(ScardFunction.Argument argument, FakeLayout layout) {
    return switch (argument) {
      case DWORD -> layout.type(layout.dword());
      case HANDLE -> layout.type(layout.handle());
      case POINTER -> ValueLayout.ADDRESS;
    };
  }

  /** The fake's method of the same name, in lower case and without its prefix. */
  private static MethodHandle method(FakeWinscard fake, ScardFunction function) {
    Class<?>[] types =
        function.arguments().stream()
            .map(it -> it == ScardFunction.Argument.POINTER ? MemorySegment.class : long.class)
            .toArray(Class<?>[]::new);
    String plain = function.plainName().substring("SCard".length());
    String name = Character.toLowerCase(plain.charAt(0)) + plain.substring(1);
    try {
      return MethodHandles.lookup().bind(fake, name, MethodType.methodType(long.class, types));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
