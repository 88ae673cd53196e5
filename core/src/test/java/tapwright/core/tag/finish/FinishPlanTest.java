package tapwright.core.tag.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.RefusalCode;
import tapwright.core.ndef.CardMessages;
import tapwright.core.tag.CapabilityContainer;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.Protection;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.Sample;
import tapwright.core.tag.TagConfiguration;
import tapwright.core.tag.TagIdentity;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.memory.MemoryImage;

class FinishPlanTest {

  private static final Bytes MESSAGE = Sample.link(40);
  private static final TagPassword SECRET =
      new TagPassword(Bytes.ofHex("0A1B2C3D"), Bytes.ofHex("4E5F"));

  /** What a tag is brought to. */
  @SuppressWarnings("ImmutableEnumChecker") // the setting cannot change, it only does not say so
  enum Goal {
    LOCKED(),
    PROTECTED(new PasswordSetting(SECRET, false, 0)),
    READ_PROTECTED(new PasswordSetting(SECRET, true, 5)),
    LOCKED_AND_PROTECTED(new PasswordSetting(SECRET, false, 7)),
    LOCKED_AND_READ_PROTECTED(new PasswordSetting(SECRET, true, 0));

    private final Optional<PasswordSetting> password;

    Goal(PasswordSetting... password) {
      this.password = Arrays.stream(password).findFirst();
    }

    boolean hasPassword() {
      return password.isPresent();
    }

    PasswordSetting setting() {
      return password.orElseThrow();
    }

    boolean locks() {
      return name().startsWith("LOCKED");
    }

    Checked<? extends FinishPlan> planFor(VerifiedImage image) {
      if (!locks()) {
        return ProtectionPlan.of(image, setting());
      }
      return hasPassword() ? LockPlan.of(image, setting()) : LockPlan.of(image);
    }
  }

  private static TagSnapshot written(TagModel model) {
    return Sample.holding(model, MESSAGE);
  }

  private static VerifiedImage verified(TagSnapshot tag) {
    return VerifiedImage.of(tag, MESSAGE).orThrow();
  }

  private static FinishPlan plan(Goal goal, TagSnapshot tag) {
    return goal.planFor(verified(tag)).orThrow();
  }

  private static Stream<Arguments> everyPlan() {
    return Arrays.stream(TagModel.values())
        .flatMap(model -> Arrays.stream(Goal.values()).map(goal -> Arguments.of(model, goal)))
        .filter(it -> takes((TagModel) it.get()[0], (Goal) it.get()[1]));
  }

  private static boolean takes(TagModel model, Goal goal) {
    return model.hasConfigurationPages() || !goal.hasPassword();
  }

  @ParameterizedTest
  @MethodSource("everyPlan")
  void plan_done_reachesItsGoalAndNothingIsLeft(TagModel model, Goal goal) {
    TagSnapshot tag = written(model);
    FinishPlan plan = plan(goal, tag);
    assertFalse(plan.steps().isEmpty());
    ModelledChip chip = ModelledChip.holding(tag);
    chip.takeAll(plan.steps());
    chip.powerUp();
    assertReached(goal, chip);
    assertEquals(List.of(), plan(goal, chip.seen()).steps());
  }

  private static void assertReached(Goal goal, ModelledChip chip) {
    TagSnapshot seen = chip.seen();
    Protection protection = Protection.of(seen);
    assertEquals(
        goal.hasPassword() ? firstPage(goal) : unprotected(seen), protection.passwordFrom());
    if (goal.hasPassword()) {
      assertTrue(chip.takes(SECRET));
      TagConfiguration settings = seen.configuration().orElseThrow();
      assertEquals(goal.setting().reading(), settings.isReadProtected());
      assertEquals(goal.setting().tries(), settings.tries());
    }
    if (goal.locks()) {
      int last = seen.certainModel().orElseThrow().lastUserPage();
      List<Integer> all = IntStream.rangeClosed(CapabilityContainer.PAGE, last).boxed().toList();
      assertTrue(protection.locked().containsAll(all), protection.toString());
      assertEquals(0x0F, seen.container().orThrow().access());
      assertTrue(seen.configuration().map(TagConfiguration::isLocked).orElse(true));
    } else {
      assertEquals(List.of(), protection.locked());
    }
  }

  private static int firstPage(Goal goal) {
    return goal.setting().reading() ? 4 : 2;
  }

  private static int unprotected(TagSnapshot seen) {
    return seen.certainModel().orElseThrow().hasConfigurationPages() ? 0xFF : 0x30;
  }

  /** Lifted in any step, with any mix of old and new bytes in the page, then presented again. */
  @ParameterizedTest
  @MethodSource("everyPlan")
  void tornAnywhere_showsTheMessageAndIsFinished(TagModel model, Goal goal) {
    TagSnapshot tag = written(model);
    List<FinishStep> steps = plan(goal, tag).steps();
    for (int torn = 0; torn < steps.size(); torn++) {
      for (int mix = 0; mix < 16; mix++) {
        ModelledChip chip = ModelledChip.holding(tag);
        chip.takeAll(steps.subList(0, torn));
        chip.take(steps.get(torn), mix);
        chip.powerUp();
        assertOpenOrKnown(chip);
        ModelledChip again = chip.copy();
        again.takeAll(plan(goal, chip.seen()).steps());
        again.powerUp();
        assertReached(goal, again);
      }
    }
  }

  private static void assertOpenOrKnown(ModelledChip chip) {
    TagSnapshot seen = chip.seen();
    assertInstanceOf(Checked.Passed.class, VerifiedImage.of(seen, MESSAGE));
    boolean open =
        Protection.of(seen).passwordFrom() >= seen.certainModel().orElseThrow().pageCount();
    assertTrue(open || chip.takes(SECRET));
  }

  @ParameterizedTest
  @CsvSource({
    "NTAG210, 03 02 11",
    "NTAG212, 03 02 24 26",
    "NTAG213, 03 02 28 2A",
    "NTAG215, 03 02 82 84",
    "NTAG216, 03 02 E2 E4",
    "MF0UL11, 03 02 11",
    "MF0UL21, 03 02 24 26",
    "ULTRALIGHT_C, 03 02 28"
  })
  void lock_writesContainerFirstAndSettingsLast(TagModel model, String pages) {
    assertEquals(pages, pagesOf(plan(Goal.LOCKED, written(model))));
  }

  @Test
  void protect_writesSecretsFirstTriesThemAndAsksLast() {
    FinishPlan plan = plan(Goal.READ_PROTECTED, written(TagModel.NTAG213));
    assertEquals("2B 2C auth 2A 29", pagesOf(plan));
    FinishPlan both = plan(Goal.LOCKED_AND_PROTECTED, written(TagModel.NTAG213));
    assertEquals("2B 2C auth 03 02 28 29 2A", pagesOf(both));
  }

  private static String pagesOf(FinishPlan plan) {
    return String.join(" ", plan.steps().stream().map(FinishPlanTest::pageOf).toList());
  }

  private static String pageOf(FinishStep step) {
    return switch (step) {
      case FinishStep.Write write -> "%02X".formatted(write.write().page());
      case FinishStep.Authenticate authenticate -> "auth";
    };
  }

  @ParameterizedTest
  @EnumSource
  void steps_sayWhatTheyDoAndNoSecret(Goal goal) {
    FinishPlan plan = plan(goal, written(TagModel.NTAG216));
    String told = plan.words() + plan.steps().toString();
    assertFalse(told.contains("0A1B2C3D") || told.contains("4E5F"), told);
    assertEquals(goal.locks(), told.contains("never be undone"), told);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCKED_AND_PROTECTED", "PROTECTED"})
  void settings_keepEveryOtherBit(Goal goal) {
    TagSnapshot tag = written(TagModel.NTAG215).with(0x83, Bytes.ofHex("040100FF180500AA"));
    ModelledChip chip = ModelledChip.holding(tag);
    chip.takeAll(plan(goal, tag).steps());
    String expected = goal.locks() ? "040100025F0500AA" : "04010002180500AA";
    assertEquals(expected, chip.seen().image().pages(0x83, 0x84).toHex());
  }

  @Test
  void verified_underAMirror_takesTheChipsOwnTextAlone() {
    Bytes message = mirroring(CardMessages.MIRROR_PLACEHOLDER);
    TagSnapshot tag = mirroredFromPage8(message);
    assertRefused(FinishRefusal.NOT_VERIFIED, VerifiedImage.of(tag, message));
    assertInstanceOf(
        Checked.Passed.class, VerifiedImage.of(showing(tag, "04E141124C2880x00002A"), message));
    assertRefused(
        FinishRefusal.NOT_VERIFIED,
        VerifiedImage.of(showing(tag, "04E141124C2881x00002A"), message));
  }

  @Test
  void verified_mirrorWithoutItsPlaceInTheMessage_isRefused() {
    for (String other : List.of("00000000000000x00000", "another/path/of/link!")) {
      Bytes message = mirroring(other);
      TagSnapshot tag = showing(mirroredFromPage8(message), "04E141124C2880x00002A");
      assertRefused(FinishRefusal.NOT_VERIFIED, VerifiedImage.of(tag, message));
    }
  }

  /** The message of a link that has that text from page 08 on. */
  private static Bytes mirroring(String text) {
    Bytes address = Bytes.ofUtf8("e.test?m=" + text);
    return Bytes.of(0xD1, 0x01, address.size() + 1, 0x55, 0x04).plus(address);
  }

  private static TagSnapshot mirroredFromPage8(Bytes message) {
    return Sample.holding(TagModel.NTAG215, message).with(0x83, Bytes.ofHex("C40008FF"));
  }

  /** The tag with that text from page 08 on, 21 bytes. */
  private static TagSnapshot showing(TagSnapshot tag, String text) {
    return tag.with(8, tag.image().pages(0x08, 0x0D).with(0, Bytes.ofUtf8(text)));
  }

  @Test
  void verified_otherMessage_isRefused() {
    TagSnapshot tag = written(TagModel.NTAG213);
    assertRefused(FinishRefusal.NOT_VERIFIED, VerifiedImage.of(tag, Sample.link(41)));
    Bytes other = MESSAGE.with(10, Bytes.of(0x21));
    assertRefused(FinishRefusal.NOT_VERIFIED, VerifiedImage.of(tag, other));
    assertRefused(
        FinishRefusal.NOT_VERIFIED, VerifiedImage.of(Sample.blank(TagModel.NTAG213), MESSAGE));
  }

  @Test
  void knownByContainerAlone_isNeitherLockedNorProtected() {
    MemoryImage image = written(TagModel.NTAG215).image();
    VerifiedImage guessed =
        verified(new TagSnapshot(new TagIdentity.ByContainer(TagModel.NTAG215), image));
    VerifiedImage ambiguous =
        verified(new TagSnapshot(new TagIdentity.Ambiguous("NTAG213 or Ultralight C"), image));
    assertRefused(FinishRefusal.MODEL_UNCERTAIN, LockPlan.of(guessed));
    assertRefused(FinishRefusal.MODEL_UNCERTAIN, LockPlan.of(ambiguous));
    assertRefused(
        FinishRefusal.MODEL_UNCERTAIN, ProtectionPlan.of(guessed, Goal.PROTECTED.setting()));
  }

  @Test
  void ultralightC_takesNoPassword() {
    VerifiedImage image = verified(written(TagModel.ULTRALIGHT_C));
    assertRefused(
        FinishRefusal.PASSWORD_UNSUPPORTED, ProtectionPlan.of(image, Goal.PROTECTED.setting()));
    assertRefused(FinishRefusal.PASSWORD_UNSUPPORTED, LockPlan.of(image, Goal.PROTECTED.setting()));
  }

  @Test
  void settingsNotRead_isACallersMistake() {
    MemoryImage image =
        MemoryImage.UNKNOWN.with(0, written(TagModel.NTAG213).image().pages(0, 0x27));
    TagSnapshot tag = new TagSnapshot(new TagIdentity.ByVersion(TagModel.NTAG213), image);
    assertThrows(IllegalArgumentException.class, () -> LockPlan.of(verified(tag)));
  }

  @ParameterizedTest
  @CsvSource({"2, F6480100, 03", "2, F6480200, 04-09", "2, F6480400, 0A-0F", "28, 00000100, 10-13"})
  void lockBitsFrozenOpen_isRefused(String page, String content, String open) {
    TagSnapshot tag =
        written(TagModel.NTAG213).with(Integer.parseInt(page, 16), Bytes.ofHex(content));
    Checked<LockPlan> plan = LockPlan.of(verified(tag));
    assertRefused(FinishRefusal.LOCK_FROZEN, plan);
    String message = assertInstanceOf(Checked.Refused.class, plan).refusal().message();
    assertTrue(message.contains("pages " + open + " of"), message);
  }

  @Test
  void frozenSettings_takeNoPassword() {
    TagSnapshot tag = written(TagModel.NTAG213).with(0x2A, Bytes.ofHex("40050000"));
    assertRefused(
        FinishRefusal.PASSWORD_FROZEN, ProtectionPlan.of(verified(tag), Goal.PROTECTED.setting()));
    assertEquals("03 02 28", pagesOf(plan(Goal.LOCKED, tag)));
  }

  @Test
  void passwordOfOthers_keepsLockBitsFromBeingSet() {
    TagSnapshot tag = written(TagModel.NTAG213).with(0x29, Bytes.ofHex("04000004"));
    assertRefused(ProtectionRefusal.PASSWORD_PROTECTED, LockPlan.of(verified(tag)));
  }

  private static void assertRefused(RefusalCode code, Checked<?> checked) {
    assertEquals(code, assertInstanceOf(Checked.Refused.class, checked).refusal().code());
  }
}
