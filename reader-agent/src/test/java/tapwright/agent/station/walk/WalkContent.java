package tapwright.agent.station.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedType4Model;
import tapwright.agent.emulator.VirtualModel;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.Finish;
import tapwright.agent.main.bench.encode.SampleLink;
import tapwright.core.Bytes;
import tapwright.core.ndef.SignedPlace;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaKeys;

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

  /** Those of the row, as it has them from its journal. */
  static final DnaKeys KEYS =
      new DnaKeys(
          IntStream.rangeClosed(1, DnaKeys.COUNT)
              .mapToObj(number -> new AesKey(Bytes.of(0xA0 + number).padTo(16)))
              .toList());

  private static final PasswordSetting PASSWORD =
      PasswordSetting.forWriting(new TagPassword(Bytes.ofHex("C0FFEE42"), Bytes.ofHex("BEEF")));

  private static final Finish LOCK = new Finish(true, Optional.empty(), Optional.empty());
  private static final Finish PROTECT = new Finish(false, Optional.of(PASSWORD), Optional.empty());
  private static final Finish BOTH = new Finish(true, Optional.of(PASSWORD), Optional.empty());
  private static final Finish KEYED = new Finish(false, Optional.empty(), Optional.of(KEYS));
  private static final Finish KEYED_AND_LOCKED =
      new Finish(true, Optional.empty(), Optional.of(KEYS));

  /** Every case that has room on the chip. */
  static List<WalkContent> of(VirtualModel model) {
    return switch (model) {
      case EmulatedChip chip -> ofType2(chip);
      case EmulatedType4Model type4 -> ofType4(type4);
    };
  }

  static boolean isType4(VirtualModel model) {
    return model instanceof EmulatedType4Model;
  }

  private static List<WalkContent> ofType2(EmulatedChip chip) {
    int room = room(chip);
    List<WalkContent> cases = new ArrayList<>(open(small(room), Math.min(LARGE, room)));
    if (room >= LONG) {
      cases.add(of("blank to long", List.of(), plain(LONG, 'n')));
      cases.add(of("long to small", List.of(plain(LONG, 'o')), plain(small(room), 'n')));
      cases.add(of("small to long", List.of(plain(small(room), 'o')), plain(LONG, 'n')));
    }
    if (room >= mirrored("n").messages().getFirst().size()) {
      cases.add(of("blank to mirror", List.of(), mirrored("n")));
      cases.add(of("mirror to mirror", List.of(mirrored("other")), mirrored("n")));
      cases.add(of("mirror to small", List.of(mirrored("other")), plain(small(room), 'n')));
      cases.add(of("mirror, closed", List.of(), with(BOTH, mirrored("n"))));
    }
    cases.addAll(closed(plain(small(room), 'o'), plain(small(room), 'n')));
    return List.copyOf(cases);
  }

  /** Lock and password, from a blank card and from one that asks for the password already. */
  private static List<WalkContent> closed(EncodeRequest old, EncodeRequest wanted) {
    return List.of(
        of("blank, locked", List.of(), with(LOCK, wanted)),
        of("blank, protected", List.of(), with(PROTECT, wanted)),
        of("blank, closed", List.of(), with(BOTH, wanted)),
        of("same, locked", List.of(wanted), with(LOCK, wanted)),
        of("protected to other", List.of(with(PROTECT, old)), with(PROTECT, wanted)),
        of("protected to closed", List.of(with(PROTECT, old)), with(BOTH, wanted)));
  }

  private static List<WalkContent> ofType4(EmulatedType4Model model) {
    List<WalkContent> cases = new ArrayList<>(open(SMALL, LARGE));
    if (model == EmulatedType4Model.NTAG424) {
      EncodeRequest wanted = with(KEYED, signed("n"));
      EncodeRequest other = with(KEYED, signed("other"));
      cases.add(of("blank to signed", List.of(), wanted));
      cases.add(of("signed to signed", List.of(other), wanted));
      cases.add(of("small to signed", List.of(plain(SMALL, 'o')), wanted));
      cases.add(of("blank, keyed", List.of(), with(KEYED, plain(SMALL, 'n'))));
      cases.add(of("blank to signed, locked", List.of(), with(KEYED_AND_LOCKED, signed("n"))));
    }
    return List.copyOf(cases);
  }

  private static List<WalkContent> open(int small, int large) {
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
    return List.copyOf(cases);
  }

  private static WalkContent of(String name, List<EncodeRequest> before, EncodeRequest wanted) {
    return new WalkContent(name, before, false, wanted);
  }

  /** What surely fits: user memory without control blocks, header and terminator. */
  private static int room(EmulatedChip chip) {
    return (chip.lastUserPage() - 3) * 4 - 10;
  }

  private static int small(int room) {
    return Math.min(SMALL, room / 2 + SampleLink.message("https://example.com/").size());
  }

  private static EncodeRequest plain(int bytes, char letter) {
    return request(SampleLink.address(bytes, letter), Counting.NONE);
  }

  private static EncodeRequest mirrored(String path) {
    String address = "https://example.com/" + path + "?m=" + EncodeRequest.MIRROR_PLACEHOLDER;
    return request(address, Counting.MIRROR);
  }

  private static EncodeRequest signed(String path) {
    String address = "https://example.com/" + path + "?" + SignedPlace.ENCIPHERED.text();
    return request(address, Counting.SUN);
  }

  private static EncodeRequest with(Finish finish, EncodeRequest request) {
    return new EncodeRequest(request.messages(), request.counting(), finish);
  }

  private static EncodeRequest request(String address, Counting counting) {
    Bytes message = SampleLink.message(address);
    return new EncodeRequest(List.of(message), counting);
  }
}
