package tapwright.agent.emulator.type4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where in the file the chip overwrites text when it signs (NT4H2421Gx data sheet, sections 9.3.3 to
 * 9.3.7).
 *
 * @param all one for each mirror
 */
record SdmPlaces(List<Place> all) {

  /** A run of characters. */
  record Place(int offset, int length) {

    int end() {
      return offset + length;
    }
  }

  private static final int UID_DIGITS = 14;
  private static final int COUNTER_DIGITS = 6;
  private static final int PICC_DATA_DIGITS = 32;
  private static final int MAC_DIGITS = 16;

  static SdmPlaces of(SdmSettings sdm) {
    List<Place> all = new ArrayList<>();
    sdm.number(SdmField.UID_OFFSET).ifPresent(at -> all.add(new Place(at, UID_DIGITS)));
    sdm.number(SdmField.COUNTER_OFFSET).ifPresent(at -> all.add(new Place(at, COUNTER_DIGITS)));
    sdm.number(SdmField.PICC_DATA_OFFSET)
        .ifPresent(at -> all.add(new Place(at, PICC_DATA_DIGITS)));
    sdm.number(SdmField.MAC_OFFSET).ifPresent(at -> all.add(new Place(at, MAC_DIGITS)));
    sdm.number(SdmField.ENCIPHERED_OFFSET)
        .ifPresent(at -> addEnciphered(all, sdm, at));
    return new SdmPlaces(List.copyOf(all));
  }

  private static void addEnciphered(List<Place> all, SdmSettings sdm, int at) {
    Optional<Integer> length = sdm.number(SdmField.ENCIPHERED_LENGTH);
    length.ifPresent(digits -> all.add(new Place(at, digits)));
  }

  /** Whether they lie in the file, none over another. */
  boolean fitIn(int fileSize) {
    List<Place> sorted = all.stream().sorted(Comparator.comparingInt(Place::offset)).toList();
    int free = 0;
    for (Place place : sorted) {
      if (place.offset() < free || place.end() > fileSize) {
        return false;
      }
      free = place.end();
    }
    return true;
  }
}
