package tapwright.agent.pcsc.winscard;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The three PC/SC libraries as data; on 64-bit machines, the only ones that Java 25 runs on.
 *
 * <pre>
 *                       pcsclite              macOS                 Windows
 * header                wintypes.h,           wintypes.h,           winscard.h,
 *                       pcsclite.h            pcsclite.h            winsmcrd.h
 * DWORD, LONG           8 (long)              4                     4
 * SCARDCONTEXT,         8 (LONG)              4 (int32_t)           8 (ULONG_PTR)
 * SCARDHANDLE
 * SCARD_READERSTATE     16 24 32 40, 33: 80   16 20 24 28, 33: 61   16 20 24 28, 36: 64
 *  states, cbAtr, ATR                         (pack 1)
 * SCARD_CTL_CODE(n)     42000000h + n         42000000h + n         310000h + 4n
 * names of functions    plain                 plain, SCardControl   A for texts
 *                                             is SCardControl132
 * PnP notification      yes                   no                    yes
 * </pre>
 *
 * <p>Read for it: pcsc-lite 1.9.9 as Debian installs it; Apple's wintypes.h, pcsclite.h, winscard.h
 * and reader.h of SmartCardServices; winscard.h of mingw-w64. Three bindings that run on all of
 * them agree: jnasmartcardio's Winscard.java, pcsc-rust's pcsc-sys, ebfe/scard for Go. That macOS
 * knows no PnP notification: node-pcsc issue 6, OpenSC pull request 1923.
 */
enum Platform {
  PCSCLITE("libpcsclite.so.1", Integers.LONGS, ReaderStateLayout.OF_LONGS, StandardCharsets.UTF_8),
  MACOS(
      "/System/Library/Frameworks/PCSC.framework/PCSC",
      Integers.INTS,
      ReaderStateLayout.PACKED_INTS,
      StandardCharsets.UTF_8),
  /** Names come in the machine's code page; what counts is that they go back byte for byte. */
  WINDOWS(
      "WinSCard.dll",
      Integers.INTS_AND_POINTERS,
      ReaderStateLayout.OF_INTS,
      StandardCharsets.ISO_8859_1);

  /** FILE_DEVICE_SMARTCARD, 31h, as the device type of CTL_CODE (pcsc-sys' SCARD_CTL_CODE). */
  private static final int WINDOWS_CONTROL = 0x31 << 16;

  /** SCARD_CTL_CODE of pcsclite's reader.h. */
  private static final int PCSCLITE_CONTROL = 0x42000000;

  /** How wide a platform's integers are. */
  private enum Integers {
    LONGS(Width.EIGHT, Width.EIGHT),
    INTS(Width.FOUR, Width.FOUR),
    INTS_AND_POINTERS(Width.FOUR, Width.EIGHT);

    private final Width dword;
    private final Width handle;

    Integers(Width dword, Width handle) {
      this.dword = dword;
      this.handle = handle;
    }
  }

  private final String library;
  private final Integers integers;
  private final ReaderStateLayout readerState;
  private final Charset texts;

  Platform(String library, Integers integers, ReaderStateLayout readerState, Charset texts) {
    this.library = library;
    this.integers = integers;
    this.readerState = readerState;
    this.texts = texts;
  }

  /** The platform that an operating system of this name has ({@code os.name}). */
  static Platform ofSystem(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return WINDOWS;
    }
    return lower.startsWith("mac") ? MACOS : PCSCLITE;
  }

  /** The library as the system's loader finds it. */
  String library() {
    return library;
  }

  Width dword() {
    return integers.dword;
  }

  Width handle() {
    return integers.handle;
  }

  ReaderStateLayout readerState() {
    return readerState;
  }

  /** How names of readers are encoded. */
  Charset texts() {
    return texts;
  }

  /** SCARD_IO_REQUEST: protocol and its own length, each a DWORD. */
  int ioRequestSize() {
    return 2 * dword().bytes();
  }

  /**
   * What the library calls a function; macOS keeps SCardControl for an older one without a code,
   * and its winscard.h renames ours.
   */
  String symbol(ScardFunction function) {
    return switch (this) {
      case PCSCLITE -> function.plainName();
      case MACOS -> function.plainName() + (function == ScardFunction.CONTROL ? "132" : "");
      case WINDOWS -> function.plainName() + (function.takesText() ? "A" : "");
    };
  }

  /** Whether the library tells of readers that come (and go) by a reader of a reserved name. */
  boolean notifiesOfReaders() {
    return this != MACOS;
  }

  /**
   * macOS refuses a connection without a card for which no protocol is named, by
   * SCARD_E_INVALID_VALUE (jnasmartcardio's Smartcardio.java, for OS X 10.11).
   */
  boolean namesProtocolsForDirect() {
    return this == MACOS;
  }

  /** The control code for a function number, as 3500 is the escape command of CCID readers. */
  int controlCode(int function) {
    return this == WINDOWS ? WINDOWS_CONTROL + (function << 2) : PCSCLITE_CONTROL + function;
  }
}
