package tapwright.core.tag.dna;

import tapwright.core.Bytes;

/**
 * A native command of NTAG 424 DNA, before any protection (NT4H2421Gx data sheet, section 10).
 *
 * @param instruction its code
 * @param header what stays readable in a session, as the file or key that is meant
 * @param data what a session may encipher
 */
public record DnaCommand(int instruction, Bytes header, Bytes data) {

  /** What comes next of an answer or an authentication in several parts. */
  public static final int ADDITIONAL_FRAME = 0xAF;

  /** Class byte of native commands in ISO/IEC 7816-4 form (section 8.4). */
  private static final int NATIVE_CLASS = 0x90;

  private static final int AUTHENTICATE_EV2_FIRST = 0x71;
  private static final int CHANGE_FILE_SETTINGS = 0x5F;
  private static final int CHANGE_KEY = 0xC4;
  private static final int GET_FILE_COUNTERS = 0xF6;
  private static final int GET_FILE_SETTINGS = 0xF5;
  private static final int GET_VERSION = 0x60;
  private static final int READ_SIGNATURE = 0x3C;

  /** A command that is a code and nothing else. */
  private static DnaCommand of(int instruction, int... header) {
    return new DnaCommand(instruction, Bytes.of(header), Bytes.EMPTY);
  }

  /** AuthenticateEV2First, without capabilities of ours (section 10.4.1). */
  static DnaCommand authenticateFirst(int keyNumber) {
    return of(AUTHENTICATE_EV2_FIRST, keyNumber, 0x00);
  }

  /** The next part, with data where the chip waits for some. */
  public static DnaCommand more(Bytes data) {
    return new DnaCommand(ADDITIONAL_FRAME, Bytes.EMPTY, data);
  }

  /** GetVersion: three parts, the next two asked for by {@link #more} (section 10.5.2). */
  public static DnaCommand getVersion() {
    return of(GET_VERSION);
  }

  /** Read_Sig: the originality signature; outside of a session in the clear (section 10.10). */
  public static DnaCommand readSignature() {
    return of(READ_SIGNATURE, 0x00);
  }

  /** GetFileSettings; in a session with codes (section 10.7.2). */
  public static DnaCommand getFileSettings(DnaFile file) {
    return of(GET_FILE_SETTINGS, file.number());
  }

  /** GetFileCounters: how often signed messages were read (section 10.7.3). */
  public static DnaCommand getFileCounters(DnaFile file) {
    return of(GET_FILE_COUNTERS, file.number());
  }

  /** ChangeFileSettings, in full mode (section 10.7.1). */
  public static DnaCommand changeFileSettings(DnaFile file, FileSettings settings) {
    return new DnaCommand(CHANGE_FILE_SETTINGS, Bytes.of(file.number()), settings.encode());
  }

  /** ChangeKey, in full mode of a session of key 0 (section 10.6.1). */
  public static DnaCommand changeKey(KeyChange change) {
    return new DnaCommand(CHANGE_KEY, Bytes.of(change.number()), change.encode());
  }

  /** The command APDU in the clear. */
  public Bytes apdu() {
    return apdu(header.plus(data));
  }

  /** The command APDU with this data in place of its own. */
  Bytes apdu(Bytes field) {
    Bytes head = Bytes.of(NATIVE_CLASS, instruction, 0, 0);
    Bytes body = field.isEmpty() ? Bytes.EMPTY : Bytes.of(field.size()).plus(field);
    return head.plus(body).plus(Bytes.of(0));
  }

  /** Its code, for messages. */
  String name() {
    return "command %02X".formatted(instruction);
  }

  /** Without header and data, which may be of a key. */
  @Override
  public String toString() {
    return name();
  }
}
