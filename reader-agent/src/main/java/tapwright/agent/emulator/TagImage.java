package tapwright.agent.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tapwright.core.Bytes;
import tapwright.core.Refusal;

/**
 * An emulated tag as text, so that it outlives its process.
 *
 * <table>
 * <caption>Lines</caption>
 * <tr><td>tapwright-tag-image 1</td><td>what this is, in which version</td></tr>
 * <tr><td>chip NTAG215</td><td></td></tr>
 * <tr><td>counters 0 0 17</td><td>the last is the NFC counter</td></tr>
 * <tr><td>failed-tries 0</td><td>of PWD_AUTH</td></tr>
 * <tr><td>04 0300FE00</td><td>one line a page, PWD and PACK included</td></tr>
 * </table>
 *
 * <p>Of a Type 4 tag other lines follow the second, keys included: {@link Type4Image}.
 */
public final class TagImage {

  private static final String HEAD = "tapwright-tag-image 1";
  private static final String CHIPS =
      VirtualModel.all().stream().map(VirtualModel::name).collect(Collectors.joining("|"));
  private static final Pattern CHIP = Pattern.compile("chip (" + CHIPS + ")");
  private static final Pattern COUNTERS =
      Pattern.compile("counters (\\d{1,8}) (\\d{1,8}) (\\d{1,8})");
  private static final Pattern FAILED_TRIES = Pattern.compile("failed-tries (\\d)");
  private static final Pattern PAGE = Pattern.compile("([0-9A-F]{2}) ([0-9A-F]{8})");
  private static final int FIRST_PAGE_LINE = 4;

  private TagImage() {}

  /** What reading an image gives. */
  public sealed interface Reading {

    record Read(VirtualTag tag) implements Reading {}

    record Refused(Refusal refusal) implements Reading {}
  }

  public static List<String> write(VirtualTag tag) {
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    lines.add("chip " + tag.model());
    lines.addAll(
        switch (tag) {
          case EmulatedTag type2 -> pages(type2);
          case EmulatedType4Tag type4 -> Type4Image.write(type4);
        });
    return List.copyOf(lines);
  }

  private static List<String> pages(EmulatedTag tag) {
    List<String> lines = new ArrayList<>();
    lines.add(
        IntStream.of(tag.counters())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(" ", "counters ", "")));
    lines.add("failed-tries " + tag.failedTries());
    Bytes memory = tag.memory();
    for (int page = 0; page < tag.chip().pageCount(); page++) {
      int start = page * TagMemory.PAGE_SIZE;
      lines.add("%02X %s".formatted(page, memory.slice(start, start + TagMemory.PAGE_SIZE)));
    }
    return List.copyOf(lines);
  }

  /** The tag in these lines; what it draws later comes from the generator. */
  public static Reading read(List<String> lines, RandomGenerator random) {
    if (!lineAt(lines, 0).equals(HEAD)) {
      return refused(lines, 0, HEAD);
    }
    Optional<VirtualModel> model =
        match(lines, 1, CHIP).flatMap(chip -> VirtualModel.named(chip.group(1)));
    if (model.isEmpty()) {
      return refused(lines, 1, "chip and one of " + CHIPS.replace("|", ", "));
    }
    return switch (model.get()) {
      case EmulatedChip chip -> type2(lines, chip);
      case EmulatedType4Model type4 -> type4(lines, type4, random);
    };
  }

  private static Reading type4(
      List<String> lines, EmulatedType4Model model, RandomGenerator random) {
    return Type4Image.read(model, lines.subList(2, lines.size()), random)
        .<Reading>map(Reading.Read::new)
        .orElse(refused(lines, 2, "uid, then the lines of a whole " + model));
  }

  private static Reading type2(List<String> lines, EmulatedChip chip) {
    Optional<Matcher> counters = match(lines, 2, COUNTERS);
    Optional<Matcher> tries = match(lines, 3, FAILED_TRIES);
    if (counters.isEmpty()) {
      return refused(lines, 2, "counters and three numbers");
    }
    if (tries.isEmpty()) {
      return refused(lines, 3, "failed-tries and a number");
    }
    int[] counted =
        IntStream.rangeClosed(1, 3).map(i -> Integer.parseInt(counters.get().group(i))).toArray();
    return pages(
        lines,
        chip,
        counted,
        Integer.parseInt(tries.get().group(1)));
  }

  private static Reading pages(
      List<String> lines, EmulatedChip chip, int[] counters, int failedTries) {
    Bytes stored = Bytes.EMPTY;
    for (int page = 0; page < chip.pageCount(); page++) {
      String number = "%02X".formatted(page);
      Optional<Matcher> line =
          match(lines, FIRST_PAGE_LINE + page, PAGE).filter(it -> it.group(1).equals(number));
      if (line.isEmpty()) {
        return refused(lines, FIRST_PAGE_LINE + page, number + " and 8 hexadecimal digits");
      }
      stored = stored.plus(Bytes.ofHex(line.get().group(2)));
    }
    int lineCount = FIRST_PAGE_LINE + chip.pageCount();
    return lines.size() > lineCount
        ? refused(lines, lineCount, "the end")
        : new Reading.Read(new EmulatedTag(chip, stored, counters, failedTries));
  }

  private static Optional<Matcher> match(List<String> lines, int index, Pattern pattern) {
    return Optional.of(pattern.matcher(lineAt(lines, index))).filter(Matcher::matches);
  }

  private static String lineAt(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index).strip() : "";
  }

  private static Reading refused(List<String> lines, int index, String expected) {
    return new Reading.Refused(
        EmulatorRefusal.BAD_IMAGE.with(
            "line", index + 1, "value", lineAt(lines, index), "expected", expected));
  }
}
