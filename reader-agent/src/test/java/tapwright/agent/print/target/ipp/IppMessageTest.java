package tapwright.agent.print.target.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;

/** Messages against RFC 8010's layout, written out by hand. */
class IppMessageTest {

  /** Status ok, one operation attribute, a printer with a number, keywords and no-value. */
  private static final Bytes REPLY =
      Bytes.ofHex("0101 0000 00000001 01")
          .plus(attribute(0x47, "attributes-charset", Bytes.ofUtf8("utf-8")))
          .plus(Bytes.of(0x04))
          .plus(attribute(0x23, "printer-state", Bytes.ofHex("00000005")))
          .plus(attribute(0x44, "printer-state-reasons", Bytes.ofUtf8("media-empty-error")))
          .plus(attribute(0x44, "", Bytes.ofUtf8("paused")))
          .plus(attribute(0x22, "printer-is-accepting-jobs", Bytes.of(0)))
          .plus(attribute(0x13, "time-at-processing", Bytes.EMPTY))
          .plus(Bytes.of(0x03));

  private static Bytes attribute(int tag, String name, Bytes value) {
    return Bytes.of(tag, 0, name.length())
        .plus(Bytes.ofUtf8(name))
        .plus(Bytes.of(0, value.size()))
        .plus(value);
  }

  @Test
  void request_isLaidOutAsTheStandardSays() {
    IppRequest request =
        IppRequest.of(IppOperation.CREATE_JOB, IppAttribute.uri("printer-uri", "ipp://h/p"))
            .with(IppAttribute.keywords("requested-attributes", "a", "b"))
            .forJob(IppAttribute.whole("copies", 258));

    Bytes expected =
        Bytes.ofHex("0101 0005 00000001 01")
            .plus(attribute(0x47, "attributes-charset", Bytes.ofUtf8("utf-8")))
            .plus(attribute(0x48, "attributes-natural-language", Bytes.ofUtf8("en")))
            .plus(attribute(0x45, "printer-uri", Bytes.ofUtf8("ipp://h/p")))
            .plus(attribute(0x44, "requested-attributes", Bytes.ofUtf8("a")))
            .plus(attribute(0x44, "", Bytes.ofUtf8("b")))
            .plus(Bytes.of(0x02))
            .plus(attribute(0x21, "copies", Bytes.ofHex("00000102")))
            .plus(Bytes.of(0x03));
    assertEquals(expected, request.encode());
  }

  @Test
  void reply_givesItsGroupsAndValues() {
    IppReply reply = IppReplyReader.read(REPLY).orElseThrow();

    assertTrue(reply.status().isSuccess());
    IppGroup printer = reply.printer();
    assertEquals(OptionalInt.of(5), printer.whole("printer-state"));
    assertEquals(List.of("media-empty-error", "paused"), printer.texts("printer-state-reasons"));
    assertEquals(Optional.of(false), printer.flag("printer-is-accepting-jobs"));
    assertTrue(printer.has("time-at-processing"));
    assertEquals(OptionalInt.empty(), printer.whole("time-at-processing"));
  }

  @Test
  void look_saysWhatAPersonMustSeeTo() {
    QueueLook look = QueueLook.of(IppReplyReader.read(REPLY).orElseThrow().printer());

    assertEquals(
        List.of("the queue rejects jobs", "out of paper or labels", "paused"), look.look().words());
    assertEquals(false, look.look().takesJobs());
  }

  @Test
  void cutOffReply_isNone() {
    for (int size = 0; size < REPLY.size(); size++) {
      assertEquals(Optional.empty(), IppReplyReader.read(REPLY.slice(0, size)), "size " + size);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void brokenReply_isNoneOrReadsAsOne(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      byte[] broken = REPLY.toArray();
      broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      IppReplyReader.read(Bytes.copyOf(broken)).ifPresent(reply -> QueueLook.of(reply.printer()));
    }
  }

  @Test
  void valueBeforeAnyGroup_isNoReply() {
    Bytes reply =
        Bytes.ofHex("0101 0000 00000001")
            .plus(attribute(0x44, "name", Bytes.ofUtf8("value")))
            .plus(Bytes.of(0x03));
    assertEquals(Optional.empty(), IppReplyReader.read(reply));
  }
}
