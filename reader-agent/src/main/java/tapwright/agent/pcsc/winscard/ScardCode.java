package tapwright.agent.pcsc.winscard;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a PC/SC function returns, by its name in pcsclite.h and winerror.h, and what that means for
 * whoever was doing something.
 *
 * <p>Windows numbers an unsupported feature 80100022h; pcsclite.h, Apple's too, has it at
 * 8010001Fh, which is "unexpected" elsewhere.
 *
 * <p>Two codes are Windows' own and no PC/SC codes. {@code ERROR_INVALID_HANDLE} comes where
 * pcsclite says {@code SCARD_E_INVALID_HANDLE}: the service ended, as Windows ends it with the last
 * reader, and does not know the context any more (Yubico.NET.SDK issue 434, pcsc-sharp pull request
 * 111; the JDK's provider names it too). {@code ERROR_BROKEN_PIPE} is what a remote session without
 * smart card redirection gets (Microsoft, Smart Card Return Values): no service is there for it.
 */
public enum ScardCode {
  SCARD_S_SUCCESS(0x00000000L, Meaning.OTHER),
  ERROR_INVALID_HANDLE(0x00000006L, Meaning.SERVICE),
  ERROR_BROKEN_PIPE(0x0000006DL, Meaning.SERVICE),
  SCARD_F_INTERNAL_ERROR(0x80100001L, Meaning.OTHER),
  SCARD_E_CANCELLED(0x80100002L, Meaning.OTHER),
  SCARD_E_INVALID_HANDLE(0x80100003L, Meaning.SERVICE),
  SCARD_E_INVALID_PARAMETER(0x80100004L, Meaning.OTHER),
  SCARD_E_NO_MEMORY(0x80100006L, Meaning.OTHER),
  SCARD_F_WAITED_TOO_LONG(0x80100007L, Meaning.OTHER),
  SCARD_E_INSUFFICIENT_BUFFER(0x80100008L, Meaning.OTHER),
  SCARD_E_UNKNOWN_READER(0x80100009L, Meaning.READER),
  SCARD_E_TIMEOUT(0x8010000AL, Meaning.OTHER),
  SCARD_E_SHARING_VIOLATION(0x8010000BL, Meaning.BUSY),
  SCARD_E_NO_SMARTCARD(0x8010000CL, Meaning.TAG),
  SCARD_E_PROTO_MISMATCH(0x8010000FL, Meaning.OTHER),
  SCARD_E_NOT_READY(0x80100010L, Meaning.OTHER),
  SCARD_E_INVALID_VALUE(0x80100011L, Meaning.OTHER),
  SCARD_E_SYSTEM_CANCELLED(0x80100012L, Meaning.OTHER),
  SCARD_F_COMM_ERROR(0x80100013L, Meaning.SERVICE),
  SCARD_F_UNKNOWN_ERROR(0x80100014L, Meaning.OTHER),
  SCARD_E_NOT_TRANSACTED(0x80100016L, Meaning.TAG),
  SCARD_E_READER_UNAVAILABLE(0x80100017L, Meaning.READER),
  SCARD_P_SHUTDOWN(0x80100018L, Meaning.SERVICE),
  SCARD_E_NO_SERVICE(0x8010001DL, Meaning.SERVICE),
  SCARD_E_SERVICE_STOPPED(0x8010001EL, Meaning.SERVICE),
  SCARD_E_UNEXPECTED(0x8010001FL, Meaning.OTHER),
  SCARD_E_UNSUPPORTED_FEATURE(0x80100022L, Meaning.OTHER),
  SCARD_E_NO_READERS_AVAILABLE(0x8010002EL, Meaning.READER),
  SCARD_E_COMM_DATA_LOST(0x8010002FL, Meaning.OTHER),
  SCARD_E_SERVER_TOO_BUSY(0x80100031L, Meaning.OTHER),
  SCARD_W_UNSUPPORTED_CARD(0x80100065L, Meaning.OTHER),
  SCARD_W_UNRESPONSIVE_CARD(0x80100066L, Meaning.TAG),
  SCARD_W_UNPOWERED_CARD(0x80100067L, Meaning.TAG),
  SCARD_W_RESET_CARD(0x80100068L, Meaning.TAG),
  SCARD_W_REMOVED_CARD(0x80100069L, Meaning.TAG),
  SCARD_W_SECURITY_VIOLATION(0x8010006AL, Meaning.OTHER);

  /** Who is to blame. */
  public enum Meaning {
    /** The service went away, or is not the one any more that the handle came from. */
    SERVICE,
    /** The reader went away. */
    READER,
    /** The card went away or lost its state. */
    TAG,
    /** Another program holds the card. */
    BUSY,
    /** Anything else: the answer is unknown. */
    OTHER
  }

  private final long value;
  private final Meaning meaning;

  ScardCode(long value, Meaning meaning) {
    this.value = value;
    this.meaning = meaning;
  }

  long value() {
    return value;
  }

  /** Who is to blame. */
  public Meaning meaning() {
    return meaning;
  }

  static Optional<ScardCode> of(long value) {
    return Arrays.stream(values()).filter(code -> code.value == value).findFirst();
  }

  /** Whether a text names a code of that meaning, as the messages of either provider do. */
  public static boolean isNamedIn(String text, Meaning meaning) {
    return Arrays.stream(values())
        .anyMatch(code -> code.meaning == meaning && text.contains(code.name()));
  }
}
