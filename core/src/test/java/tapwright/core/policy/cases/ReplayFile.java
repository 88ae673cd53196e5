package tapwright.core.policy.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.random.RandomGenerator;
import tapwright.core.Bytes;
import tapwright.core.policy.NaiveCases;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.explain.Explanation;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.naive.CaseMaker;
import tapwright.core.policy.naive.NaiveCalendar;
import tapwright.core.policy.naive.NaivePack;
import tapwright.core.policy.pack.Pack;

/** Claims kept as case files, which any JVM can read and decide anew. */
final class ReplayFile {

  private ReplayFile() {}

  /**
   * Decides every case of the given files and prints the hash of each decision's bytes and words.
   * Another JVM is started on this, with a default zone and a default language of its own.
   */
  public static void main(String[] files) throws IOException {
    System.out.println(TimeZone.getDefault().getID() + " " + Locale.getDefault());
    for (String file : files) {
      digests(Path.of(file)).forEach(System.out::println);
    }
  }

  /** A case file of made-up claims under one pack. */
  static String text(Pack pack, RandomGenerator random, int count) {
    NaivePack naive = NaiveCases.naive(NaiveCases.text(pack));
    CaseMaker maker = new CaseMaker(naive, random);
    NaiveCalendar calendar = naive.calendar();
    StringBuilder text = new StringBuilder("policy: " + pack.key() + "\ncases:\n");
    for (int number = 1; number <= count; number++) {
      text.append(maker.next(calendar).toYaml("number " + number, ""));
    }
    return text.toString();
  }

  static List<String> digests(Path path) throws IOException {
    CaseFile file =
        CaseFile.parse(String.valueOf(path.getFileName()), Files.readString(path)).orThrow();
    Pack pack = Packs.shipped().find(file.policy()).orElseThrow();
    List<String> digests = new ArrayList<>();
    for (CaseFile.Entry entry : file.cases()) {
      GoldenCase kept = entry.parsed().orThrow();
      Decision decision = Engine.decide(pack, file.calendarFor(pack), kept.claim(), kept.facts());
      digests.add(digest(decision));
    }
    return digests;
  }

  private static String digest(Decision decision) {
    String words = String.join("\n", Explanation.of(decision));
    return decision.canonicalBytes().sha256().toHex() + " " + Bytes.ofUtf8(words).sha256().toHex();
  }
}
