package tapwright.agent.tag;

import java.util.Optional;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.TagConnection;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.Uid;
import tapwright.core.tag.type4.FileWrite;
import tapwright.core.tag.type4.MappingVersion;
import tapwright.core.tag.type4.Type4Container;
import tapwright.core.tag.type4.Type4Model;

/**
 * A Type 4 tag in the field: its NDEF application, capability container file and NDEF file.
 *
 * <p>Commands: NFC Forum Type 4 Tag, section 5.4; short command APDUs alone, since not every reader
 * passes longer ones.
 */
public final class Type4Tag {

  /** GetVersion and its continuation (NT4H2421Gx data sheet, section 10.5.2): three parts. */
  private static final Bytes GET_VERSION = Bytes.ofHex("9060000000");

  private static final Bytes NEXT_PART = Bytes.ofHex("90AF000000");
  private static final String MORE_PARTS = "91AF";
  private static final String LAST_PART = "9100";

  /** The NDEF file's identifier on an NTAG 424 DNA (NT4H2421Gx data sheet, section 8.2.3). */
  private static final int DNA_FILE_ID = 0xE104;

  private static final int UID_BYTES = 7;
  private static final int MAX_OFFSET = 0x7FFF;

  private final TagConnection connection;
  private final ApduLink link;
  private MappingVersion mapping = MappingVersion.V2;

  public Type4Tag(TagConnection connection) {
    this.connection = connection;
    this.link = new ApduLink(connection);
  }

  /** What the commands go through, for those that only some chips have. */
  public ApduLink link() {
    return link;
  }

  /**
   * Finds out what the card is; empty when it has no NDEF application.
   *
   * @throws ReaderFault.AnswerUnknown also when neither reader nor card tells a UID
   */
  public Optional<Type4Identification> identify() {
    for (MappingVersion version : MappingVersion.values()) {
      mapping = version;
      if (isThere()) {
        return Optional.of(identified());
      }
    }
    return Optional.empty();
  }

  private Type4Identification identified() {
    Checked<Type4Container> container = container();
    boolean mayBeDna =
        container instanceof Checked.Passed<Type4Container>(Type4Container good)
            && good.fileId() == DNA_FILE_ID;
    return mayBeDna
        ? identifiedByVersion(container)
        : identified(Type4Model.GENERIC, Optional.empty(), container);
  }

  private Type4Identification identifiedByVersion(Checked<Type4Container> container) {
    ApduAnswer hardware = link.send(GET_VERSION);
    if (!hardware.status().equals(MORE_PARTS)) {
      return identified(Type4Model.GENERIC, Optional.empty(), container);
    }
    link.send(NEXT_PART);
    ApduAnswer production = link.send(NEXT_PART);
    return identified(Type4Model.ofVersion(hardware.data()), uidIn(production), container);
  }

  private Type4Identification identified(
      Type4Model model, Optional<Uid> ownUid, Checked<Type4Container> container) {
    Uid uid =
        connection
            .uid()
            .or(() -> ownUid)
            .orElseThrow(() -> new ReaderFault.AnswerUnknown("its UID was asked for", "none"));
    return new Type4Identification(model, uid, container);
  }

  /** The production part begins with the UID. */
  private static Optional<Uid> uidIn(ApduAnswer production) {
    boolean told = production.status().equals(LAST_PART) && production.data().size() >= UID_BYTES;
    return told ? Optional.of(new Uid(production.data().slice(0, UID_BYTES))) : Optional.empty();
  }

  /** Selects the NDEF application anew: a chip forgets by that who authenticated. */
  public void selectApplication() {
    if (!isThere()) {
      throw new ReaderFault.AnswerUnknown("the NDEF application was selected", "none");
    }
  }

  private boolean isThere() {
    Bytes name = mapping.applicationName();
    Bytes select = Bytes.of(0x00, 0xA4, 0x04, 0x00, name.size()).plus(name).plus(Bytes.of(0x00));
    return link.send(select).isOk();
  }

  /** Reads the capability container file. */
  private Checked<Type4Container> container() {
    selectFile(Type4Container.FILE_ID);
    return Type4Container.parse(read(0, Type4Container.SIZE));
  }

  /** Selects a file of the NDEF application. */
  public void selectFile(int id) {
    Bytes command = Bytes.of(0x00, 0xA4, 0x00, mapping.fileSelectP2(), 0x02, id >> 8, id & 0xFF);
    require(link.send(command), "file %04X was selected".formatted(id));
  }

  /** READ BINARY of the selected file; 256 bytes at most. */
  public Bytes read(int offset, int size) {
    ApduAnswer answer = link.send(Bytes.of(0x00, 0xB0, high(offset), offset & 0xFF, size & 0xFF));
    String doing = "%d bytes at %d of a file were read".formatted(size, offset);
    Bytes data = require(answer, doing).data();
    if (data.size() != size) {
      throw new ReaderFault.AnswerUnknown(doing, data.size() + " bytes");
    }
    return data;
  }

  /**
   * UPDATE BINARY of the selected file.
   *
   * @throws ReaderFault.AnswerUnknown when it may or may not have been done; the status word is the
   *     card's where it said no
   */
  public void update(FileWrite write) {
    int offset = write.offset();
    Bytes header = Bytes.of(0x00, 0xD6, high(offset), offset & 0xFF, write.data().size());
    require(link.send(header.plus(write.data())), "a file was written at " + offset);
  }

  /** P1 has 7 bits of an offset (ISO/IEC 7816-4 section 7.2.2). */
  private static int high(int offset) {
    if (offset > MAX_OFFSET) {
      throw new IllegalArgumentException("offset is " + offset + ", allowed are 0 to 32767");
    }
    return offset >> 8;
  }

  private static ApduAnswer require(ApduAnswer answer, String doing) {
    if (!answer.isOk()) {
      throw new ReaderFault.AnswerUnknown(doing, answer.status());
    }
    return answer;
  }
}
