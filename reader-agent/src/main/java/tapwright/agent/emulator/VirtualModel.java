package tapwright.agent.emulator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** A kind of tag that the emulator can be, of whichever NFC Forum type. */
public sealed interface VirtualModel permits EmulatedChip, EmulatedType4Model {

  /** First byte of a UID: the manufacturer, 04h is NXP (ISO/IEC 7816-6). */
  int NXP = 0x04;

  /** What staff call the chip, as {@code NTAG215}. */
  String name();

  /** A tag as it leaves the factory; what it draws later comes from the generator. */
  VirtualTag blank(Uid uid, RandomGenerator random);

  /** A tag as it leaves the factory, with a UID drawn by the generator. */
  default VirtualTag blank(RandomGenerator random) {
    byte[] number = new byte[7];
    random.nextBytes(number);
    number[0] = NXP;
    return blank(new Uid(Bytes.copyOf(number)), random);
  }

  /** All there are. */
  static List<VirtualModel> all() {
    return Stream.<VirtualModel>concat(
            Arrays.stream(EmulatedChip.values()), Arrays.stream(EmulatedType4Model.values()))
        .toList();
  }

  static Optional<VirtualModel> named(String name) {
    return all().stream().filter(model -> model.name().equals(name)).findFirst();
  }
}
