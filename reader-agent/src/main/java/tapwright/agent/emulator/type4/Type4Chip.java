package tapwright.agent.emulator.type4;

import java.util.Map;
import tapwright.core.Bytes;

/** A chip that talks ISO/IEC 14443-4: command APDUs in, response APDUs out. */
public sealed interface Type4Chip permits NdefChip, DnaChip {

  /** Comes into a field: nothing is selected, nobody is authenticated. */
  void powerUp();

  /** Answers one command APDU. */
  Bytes answer(Bytes command, WriteGate gate);

  /** What its NDEF file holds, length included, with nothing laid over it. */
  Bytes ndefFile();

  /** Everything that outlives a field, keys included, by name and in a fixed order. */
  Map<String, Bytes> stored();
}
