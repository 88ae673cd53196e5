package tapwright.agent.main.demo;

import java.net.URI;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.TagAnswer;
import tapwright.core.Bytes;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.tag.TagIdentity;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.TlvReading;
import tapwright.core.tag.memory.MemoryImage;

/** An emulated tag held to a phone: the phone reads it over the air, so that its counter runs. */
record HeldTag(EmulatedTag tag) implements TapSource {

  private static final Bytes GET_VERSION = Bytes.of(0x60);
  private static final int FAST_READ = 0x3A;

  /** Brings the tag into the phone's field once and gives the link that it shows. */
  @Override
  public URI nextLink() {
    tag.place();
    try {
      TagModel model = TagModel.ofVersion(send(GET_VERSION)).orThrow();
      Bytes pages = send(Bytes.of(FAST_READ, 0, model.lastUserPage()));
      TagSnapshot snapshot =
          new TagSnapshot(new TagIdentity.ByVersion(model), MemoryImage.UNKNOWN.with(0, pages));
      return linkIn(snapshot);
    } finally {
      tag.lift();
    }
  }

  private URI linkIn(TagSnapshot snapshot) {
    if (snapshot.reading().orThrow() instanceof TlvReading.Found found) {
      return NdefMessage.decode(found.message())
          .orThrow()
          .records()
          .getFirst()
          .uri()
          .map(URI::create)
          .orElseThrow(() -> new DemoFault("tag " + tag.uid() + " shows no link first"));
    }
    throw new DemoFault("tag " + tag.uid() + " shows no message");
  }

  private Bytes send(Bytes frame) {
    if (tag.answer(frame) instanceof TagAnswer.Data data) {
      return data.bytes();
    }
    throw new DemoFault("tag " + tag.uid() + " does not answer " + frame);
  }
}
