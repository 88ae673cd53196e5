package tapwright.agent.encode;

import java.util.ArrayList;
import java.util.List;
import tapwright.core.Bytes;
import tapwright.core.tag.TagWords;
import tapwright.core.tag.type4.Type4Container;
import tapwright.core.tag.type4.Type4Model;

/** A Type 4 tag's state and plans in words, for people. */
final class Type4Words {

  private Type4Words() {}

  /** What encoding does, where it is not done already. */
  static List<PlannedStep> steps(Bytes message, EncodeRequest request) {
    List<PlannedStep> steps = new ArrayList<>();
    steps.add(
        step("NDEF file: length 0, then the bytes that differ, then length " + message.size()));
    if (request.finish().keys().isPresent()) {
      steps.add(step("keys 1 to 4 are set to the ones given"));
      steps.add(step("settings of the NDEF file: " + settings(request)));
      steps.add(step("key 0 is set to the one given; without it nobody changes this card again"));
    }
    if (request.finish().lock()) {
      steps.add(new PlannedStep("nobody ever changes the message or its signature", true));
    }
    return steps;
  }

  private static String settings(EncodeRequest request) {
    String signing =
        request.counting() == Counting.SUN ? "the chip signs its link at each read, " : "";
    return signing + "everybody reads, only who holds key 0 writes";
  }

  private static PlannedStep step(String text) {
    return new PlannedStep(text, false);
  }

  /** A tag by its capability container, and what an NTAG 424 DNA says of its file beside. */
  static TagWords of(Type4Model model, Type4Container container, DnaState state) {
    return new TagWords(
        model.isDna() ? "its own word, GetVersion" : "its NDEF application",
        "%d bytes for messages, mapping version %X.%X, %s"
            .formatted(
                container.capacityBytes(),
                container.mapping() >> 4,
                container.mapping() & 0xF,
                container.isWritable() ? "writable" : "read-only"),
        state.lockWords(container),
        state.keyWords(),
        state.signingWords());
  }
}
