package tapwright.agent.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * The part of a Type 4 tag's image that follows its first two lines.
 *
 * <table>
 * <caption>Lines</caption>
 * <tr><td>uid 04DE5F1EACC040</td><td></td></tr>
 * <tr><td>key0 0000..</td><td>NTAG 424 DNA: a line each for keys, settings, files, counter; the keys
 *     stand there in the clear, since it is a virtual tag</td></tr>
 * <tr><td>container 000F..</td><td>plain tag: its capability container, then {@code ndef}</td></tr>
 * </table>
 */
final class Type4Image {

  private static final Pattern UID = Pattern.compile("uid ([0-9A-F]{14})");
  private static final Pattern PART = Pattern.compile("([a-z0-9]{1,16}) ((?:[0-9A-F]{2})+)");

  private Type4Image() {}

  static List<String> write(EmulatedType4Tag tag) {
    List<String> lines = new ArrayList<>();
    lines.add("uid " + tag.uid());
    tag.stored().forEach((name, bytes) -> lines.add(name + " " + bytes));
    return List.copyOf(lines);
  }

  /** The tag in these lines; empty when they are none of this model. */
  static Optional<EmulatedType4Tag> read(
      EmulatedType4Model model, List<String> lines, RandomGenerator random) {
    Optional<Matcher> uid = lines.stream().findFirst().map(UID::matcher).filter(Matcher::matches);
    return uid.flatMap(
        matcher ->
            parts(lines.subList(1, lines.size()))
                .flatMap(parts -> model.restore(Uid.ofHex(matcher.group(1)), parts, random)));
  }

  private static Optional<Map<String, Bytes>> parts(List<String> lines) {
    Map<String, Bytes> parts = new LinkedHashMap<>();
    for (String line : lines) {
      Matcher part = PART.matcher(line.strip());
      if (!part.matches() || parts.containsKey(part.group(1))) {
        return Optional.empty();
      }
      parts.put(part.group(1), Bytes.ofHex(part.group(2)));
    }
    return Optional.of(parts);
  }
}
