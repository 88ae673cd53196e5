package tapwright.agent.emulator.type4;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tapwright.core.Bytes;
import tapwright.core.tag.dna.AesKey;

/** What an NTAG 424 DNA keeps without power: keys, files and the counter of signed reads. */
final class ChipMemory {

  static final int KEYS = 5;
  static final int COUNTER_LIMIT = 0xFFFFFF;

  private static final String COUNTER = "counter";
  private static final int COUNTER_SIZE = 3;

  private final List<ChipKey> keys = new ArrayList<>();
  private final Map<ChipFile.Slot, ChipFile> files = new EnumMap<>(ChipFile.Slot.class);
  private int counter;

  private ChipMemory() {}

  static ChipMemory blank() {
    ChipMemory memory = new ChipMemory();
    for (int number = 0; number < KEYS; number++) {
      memory.keys.add(ChipKey.FACTORY);
    }
    for (ChipFile.Slot slot : ChipFile.Slot.values()) {
      memory.files.put(slot, ChipFile.blank(slot));
    }
    return memory;
  }

  /** The memory that was stored so; empty when it is none. */
  static Optional<ChipMemory> restore(Map<String, Bytes> stored) {
    ChipMemory memory = new ChipMemory();
    for (int number = 0; number < KEYS; number++) {
      ChipKey.restore(at(stored, "key" + number)).ifPresent(memory.keys::add);
    }
    for (ChipFile.Slot slot : ChipFile.Slot.values()) {
      ChipFile.restore(slot, at(stored, settingsOf(slot)), at(stored, contentOf(slot)))
          .ifPresent(file -> memory.files.put(slot, file));
    }
    Bytes counted = at(stored, COUNTER);
    boolean whole = counted.size() == COUNTER_SIZE && stored.keySet().equals(blank().names());
    if (!whole || memory.keys.size() != KEYS || memory.files.size() != blank().files.size()) {
      return Optional.empty();
    }
    memory.counter = (counted.at(0) << 16) | (counted.at(1) << 8) | counted.at(2);
    return Optional.of(memory);
  }

  Map<String, Bytes> stored() {
    Map<String, Bytes> stored = new LinkedHashMap<>();
    for (int number = 0; number < KEYS; number++) {
      stored.put("key" + number, keys.get(number).stored());
    }
    for (ChipFile file : files.values()) {
      stored.put(settingsOf(file.slot()), file.settings());
      stored.put(contentOf(file.slot()), file.content());
    }
    stored.put(COUNTER, Bytes.of(counter >> 16, (counter >> 8) & 0xFF, counter & 0xFF));
    return stored;
  }

  ChipKey key(int number) {
    return keys.get(number);
  }

  AesKey keyValue(int number) {
    return keys.get(number).value();
  }

  void setKey(int number, ChipKey key) {
    keys.set(number, key);
  }

  ChipFile ndef() {
    return files.getOrDefault(ChipFile.Slot.NDEF, ChipFile.blank(ChipFile.Slot.NDEF));
  }

  /** The file of that number in native commands. */
  Optional<ChipFile> file(int number) {
    return files.values().stream().filter(file -> file.slot().number() == number).findFirst();
  }

  /** The file of that identifier in ISO SELECT. */
  Optional<ChipFile> isoFile(int id) {
    return files.values().stream().filter(file -> file.slot().isoId() == id).findFirst();
  }

  int counter() {
    return counter;
  }

  void setCounter(int value) {
    counter = value;
  }

  private Set<String> names() {
    return stored().keySet();
  }

  private static Bytes at(Map<String, Bytes> stored, String name) {
    return stored.getOrDefault(name, Bytes.EMPTY);
  }

  private static String settingsOf(ChipFile.Slot slot) {
    return "settings" + slot.number();
  }

  private static String contentOf(ChipFile.Slot slot) {
    return "file" + slot.number();
  }
}
