package tapwright.core.tag;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.write.WritePlan;

/** Tags that hold anything are read, planned for or refused; nothing else comes out. */
class TagFuzzTest {

  private static final Bytes MESSAGE = Bytes.ofHex("D1010C5504").plus(Bytes.ofUtf8("example.com"));

  /** The first byte picks the model, the rest is memory from page 0 on, as far as it goes. */
  @FuzzTest(maxDuration = "10m")
  void memory(byte[] input) {
    if (input.length < 1 + 5 * MemoryImage.PAGE_BYTES) {
      return;
    }
    TagModel[] models = TagModel.values();
    TagModel model = models[(input[0] & 0xFF) % models.length];
    Bytes memory = Bytes.copyOf(input).sliceFrom(1);
    int whole = Math.min(memory.size() / MemoryImage.PAGE_BYTES, model.pageCount());
    MemoryImage image =
        MemoryImage.UNKNOWN.with(0, memory.slice(0, whole * MemoryImage.PAGE_BYTES));
    TagSnapshot.uidIn(image);
    inspect(new TagSnapshot(new TagIdentity.ByVersion(model), image));
    CapabilityContainer.of(image.page(CapabilityContainer.PAGE))
        .then(TagIdentity::ofContainer)
        .map(identity -> inspect(new TagSnapshot(identity, image)));
  }

  private static boolean inspect(TagSnapshot tag) {
    boolean readWhole =
        tag.reading() instanceof Checked.Passed<TlvReading>(TlvReading reading)
            && !(reading instanceof TlvReading.Unread);
    if (readWhole
        && WritePlan.of(tag, MESSAGE) instanceof Checked.Passed<WritePlan>(WritePlan plan)) {
      plan.writes().forEach(write -> assertTrue(write.page() >= CapabilityContainer.PAGE));
      tag.protectionAgainst(plan.writes());
    }
    tag.looksUntouched();
    return tag.emptying().isPresent();
  }

  @FuzzTest(maxDuration = "10m")
  void versionAndContainer(byte[] input) {
    TagModel.ofVersion(Bytes.copyOf(input));
    CapabilityContainer.of(Bytes.copyOf(input)).then(TagIdentity::ofContainer);
  }
}
