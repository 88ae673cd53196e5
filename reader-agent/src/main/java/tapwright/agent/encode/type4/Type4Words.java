package tapwright.agent.encode.type4;

import java.util.List;
import tapwright.agent.encode.PlannedStep;
import tapwright.core.tag.inspect.TagWords;
import tapwright.core.tag.type4.FileWrite;
import tapwright.core.tag.type4.NdefFilePlan;
import tapwright.core.tag.type4.Type4Container;
import tapwright.core.tag.type4.Type4Model;

/** A Type 4 tag's state and plans in words, for people. */
final class Type4Words {

  /** The file of a card in use, while its message changes. */
  static final PlannedStep OPENING =
      step("settings of the NDEF file: everybody writes and nothing is signed, while it changes");

  static final PlannedStep OTHER_KEYS =
      step("keys 1 to 4 are set to the ones given, where they are not");

  static final PlannedStep MASTER_KEY =
      step("key 0 is set to the one given, where it is not; without it nobody changes this card");

  static final PlannedStep LOCKING =
      new PlannedStep("nobody ever changes the message or its signature", true);

  private Type4Words() {}

  /** Each write of the file, and none where it holds the message. */
  static List<PlannedStep> writes(NdefFilePlan plan) {
    return plan.writes().stream().map(Type4Words::step).toList();
  }

  private static PlannedStep step(FileWrite write) {
    return step("NDEF file from byte %d on: %s".formatted(write.offset(), write.data()));
  }

  static PlannedStep settings(DnaGoal goal) {
    String signing = goal.layout().isPresent() ? "the chip signs its link at each read, " : "";
    return step(
        "settings of the NDEF file: " + signing + "everybody reads, only who holds key 0 writes");
  }

  private static PlannedStep step(String text) {
    return new PlannedStep(text, false);
  }

  /** A tag by its capability container, and what an NTAG 424 DNA says of its file beside. */
  static TagWords of(Type4Model model, Type4Container container, DnaState state) {
    return new TagWords(
        model.isDna() ? "its own answer to GetVersion" : "its NDEF application",
        "%d bytes for messages, mapping version %X.%X, %s"
            .formatted(
                container.capacityBytes(),
                container.mapping() >> 4,
                container.mapping() & 0xF,
                state.accessWords(container)),
        state.lockWords(container),
        state.keyWords(),
        state.signingWords());
  }
}
