package tapwright.agent.pcsc.winscard;

import static tapwright.agent.pcsc.winscard.ScardFunction.Argument.DWORD;
import static tapwright.agent.pcsc.winscard.ScardFunction.Argument.HANDLE;
import static tapwright.agent.pcsc.winscard.ScardFunction.Argument.POINTER;

import java.util.List;

/** The functions of PC/SC that are used (PC/SC part 5 section 3, winscard.h). */
enum ScardFunction {
  ESTABLISH_CONTEXT("SCardEstablishContext", DWORD, POINTER, POINTER, POINTER),
  RELEASE_CONTEXT("SCardReleaseContext", HANDLE),
  LIST_READERS("SCardListReaders", HANDLE, POINTER, POINTER, POINTER),
  GET_STATUS_CHANGE("SCardGetStatusChange", HANDLE, DWORD, POINTER, DWORD),
  CANCEL("SCardCancel", HANDLE),
  CONNECT("SCardConnect", HANDLE, POINTER, DWORD, DWORD, POINTER, POINTER),
  DISCONNECT("SCardDisconnect", HANDLE, DWORD),
  STATUS("SCardStatus", HANDLE, POINTER, POINTER, POINTER, POINTER, POINTER, POINTER),
  BEGIN_TRANSACTION("SCardBeginTransaction", HANDLE),
  END_TRANSACTION("SCardEndTransaction", HANDLE, DWORD),
  TRANSMIT("SCardTransmit", HANDLE, POINTER, POINTER, DWORD, POINTER, POINTER, POINTER),
  CONTROL("SCardControl", HANDLE, DWORD, POINTER, DWORD, POINTER, DWORD, POINTER);

  /** What an argument is; its width is the platform's. */
  enum Argument {
    DWORD,
    HANDLE,
    POINTER
  }

  private final String plainName;

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
  private final List<Argument> arguments;

  ScardFunction(String plainName, Argument... arguments) {
    this.plainName = plainName;
    this.arguments = List.of(arguments);
  }

  String plainName() {
    return plainName;
  }

  List<Argument> arguments() {
    return arguments;
  }

  /** Whether it comes in two kinds on Windows, one (A) for texts in bytes. */
  boolean takesText() {
    return switch (this) {
      case LIST_READERS, GET_STATUS_CHANGE, CONNECT, STATUS -> true;
      case ESTABLISH_CONTEXT,
          RELEASE_CONTEXT,
          CANCEL,
          DISCONNECT,
          BEGIN_TRANSACTION,
          END_TRANSACTION,
          TRANSMIT,
          CONTROL ->
          false;
    };
  }
}
