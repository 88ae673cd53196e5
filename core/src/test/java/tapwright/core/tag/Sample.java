package tapwright.core.tag;

import tapwright.core.Bytes;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.PageWrite;
import tapwright.core.tag.write.WritePlan;

/** Tags and messages for tests. */
public final class Sample {

  static final Bytes HEAD = Bytes.ofHex("04E1412C 124C2880 F6480000");

  /** Counter, AUTH0 and AUTH1 of a blank Ultralight C; its key reads as nothing. */
  private static final Bytes KEY_SETTINGS = Bytes.ofHex("00000000 30000000 00000000");

  private Sample() {}

  /** A tag as the factory ships it, all of it read. */
  public static TagSnapshot blank(TagModel model) {
    Bytes container = model.shipsWithoutContainer() ? Bytes.zeros(4) : model.container();
    Bytes start = model.shipsWithoutContainer() ? Bytes.EMPTY : Bytes.ofHex("0300FE");
    Bytes user = model.leadingTlvs().plus(start).padTo((model.lastUserPage() - 3) * 4);
    Bytes lock = model.dynamicLockPage().isPresent() ? Bytes.zeros(4) : Bytes.EMPTY;
    Bytes configuration = Bytes.ofHex("040000FF 00050000 00000000 00000000");
    Bytes settings = model == TagModel.ULTRALIGHT_C ? KEY_SETTINGS : configuration;
    Bytes all =
        HEAD.plus(container).plus(user).plus(lock).plus(settings).padTo(model.pageCount() * 4);
    return new TagSnapshot(new TagIdentity.ByVersion(model), MemoryImage.UNKNOWN.with(0, all));
  }

  /** The same, but only the pages read that a first FAST_READ 00-06 gives. */
  public static TagSnapshot glimpsed(TagModel model) {
    TagSnapshot whole = blank(model);
    return new TagSnapshot(
        whole.identity(), MemoryImage.UNKNOWN.with(0, whole.image().pages(0, 6)));
  }

  /** The tag with user pages from page 4 on as given. */
  public static TagSnapshot holding(TagModel model, String userHex) {
    Bytes user = Bytes.ofHex(userHex);
    return blank(model).with(3, model.container()).with(4, user.padTo((user.size() + 3) / 4 * 4));
  }

  /** The tag with a message written by its plan. */
  public static TagSnapshot holding(TagModel model, Bytes message) {
    return after(blank(model), WritePlan.of(blank(model), message).orThrow());
  }

  static TagSnapshot after(TagSnapshot tag, WritePlan plan) {
    TagSnapshot written = tag;
    for (PageWrite write : plan.writes()) {
      written = written.with(write.page(), write.data());
    }
    return written;
  }

  /** A link message (one URI record, https) of so many bytes in all, 6 to 259. */
  public static Bytes link(int bytes) {
    String rest = "example.com/t/".repeat(20).substring(0, bytes - 5);
    return Bytes.of(0xD1, 0x01, bytes - 4, 0x55, 0x04).plus(Bytes.ofUtf8(rest));
  }

  /** A contact message (one text/vcard record in its long form) of so many bytes in all. */
  public static Bytes contact(int bytes) {
    int payload = bytes - 16;
    Bytes header = Bytes.of(0xC2, 0x0A, 0, 0, payload >> 8, payload & 0xFF);
    String text = "BEGIN:VCARD\r\n".repeat(80).substring(0, payload);
    return header.plus(Bytes.ofUtf8("text/vcard")).plus(Bytes.ofUtf8(text));
  }

  /** A link and behind it a contact, two records. */
  public static Bytes linkAndContact(int linkBytes, int contactBytes) {
    Bytes link = link(linkBytes);
    Bytes contact = contact(contactBytes);
    return link.with(0, Bytes.of(0x91)).plus(contact.with(0, Bytes.of(0x42)));
  }
}
