package tapwright.agent.station;

import java.util.ArrayList;
import java.util.List;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.main.bench.SampleLink;
import tapwright.core.Bytes;

/**
 * What a card holds before, and what it shall hold.
 *
 * @param before written to a blank card first, one after the other; the last may be torn
 * @param torn whether the card was torn in the middle of the last of these
 * @param wanted what is then walked
 */
record WalkContent(String name, List<EncodeRequest> before, boolean torn, EncodeRequest wanted) {

  private static final int SMALL = 57;
  private static final int LARGE = 150;

  /** Has a length field of three bytes. */
  private static final int LONG = 300;

  /** Every case that has room on the chip. */
  static List<WalkContent> of(EmulatedChip chip) {
    int room = room(chip);
    int small = Math.min(SMALL, room / 2 + SampleLink.message("https://example.com/").size());
    int large = Math.min(LARGE, room);
    List<WalkContent> cases = new ArrayList<>();
    cases.add(of("blank to small", List.of(), plain(small, 'n')));
    cases.add(of("blank to large", List.of(), plain(large, 'n')));
    cases.add(of("large to small", List.of(plain(large, 'o')), plain(small, 'n')));
    cases.add(of("small to large", List.of(plain(small, 'o')), plain(large, 'n')));
    cases.add(of("same length", List.of(plain(small, 'o')), plain(small, 'n')));
    cases.add(of("unchanged", List.of(plain(small, 'n')), plain(small, 'n')));
    cases.add(
        new WalkContent(
            "torn", List.of(plain(small, 'o'), plain(large, 't')), true, plain(small, 'n')));
    if (room >= LONG) {
      cases.add(of("blank to long", List.of(), plain(LONG, 'n')));
      cases.add(of("long to small", List.of(plain(LONG, 'o')), plain(small, 'n')));
      cases.add(of("small to long", List.of(plain(small, 'o')), plain(LONG, 'n')));
    }
    if (room >= mirrored("n").messages().getFirst().size()) {
      cases.add(of("blank to mirror", List.of(), mirrored("n")));
      cases.add(of("mirror to mirror", List.of(mirrored("other")), mirrored("n")));
      cases.add(of("mirror to small", List.of(mirrored("other")), plain(small, 'n')));
    }
    return List.copyOf(cases);
  }

  boolean isMirrored() {
    return wanted.counting() == Counting.MIRROR;
  }

  private static WalkContent of(String name, List<EncodeRequest> before, EncodeRequest wanted) {
    return new WalkContent(name, before, false, wanted);
  }

  /** What surely fits: user memory without control blocks, header and terminator. */
  private static int room(EmulatedChip chip) {
    return (chip.lastUserPage() - 3) * 4 - 10;
  }

  private static EncodeRequest plain(int bytes, char letter) {
    return request(SampleLink.address(bytes, letter), Counting.NONE);
  }

  private static EncodeRequest mirrored(String path) {
    String address = "https://example.com/" + path + "?m=" + EncodeRequest.MIRROR_PLACEHOLDER;
    return request(address, Counting.MIRROR);
  }

  private static EncodeRequest request(String address, Counting counting) {
    Bytes message = SampleLink.message(address);
    return new EncodeRequest(List.of(message), counting);
  }
}
