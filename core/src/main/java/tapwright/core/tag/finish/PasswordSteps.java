package tapwright.core.tag.finish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagConfiguration;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.memory.PageWrite;

/** The steps that bring a chip's password pages and settings to where they should be. */
final class PasswordSteps {

  private static final int PASSWORD_AFTER_CFG0 = 2;
  private static final int PACK_AFTER_CFG0 = 3;

  private final TagSnapshot tag;
  private final Optional<PasswordSetting> setting;

  PasswordSteps(TagSnapshot tag, Optional<PasswordSetting> setting) {
    this.tag = tag;
    this.setting = setting;
  }

  /** Why the settings cannot become what they should be. */
  Optional<Refusal> refusal() {
    boolean frozen = tag.configuration().filter(TagConfiguration::isLocked).isPresent();
    boolean open = !auth0().isEmpty() || !access(false).isEmpty();
    return frozen && open
        ? Optional.of(FinishRefusal.PASSWORD_FROZEN.with("model", tag.identity().name()))
        : Optional.empty();
  }

  /** PWD and PACK while nothing asks for them, and the try of both. */
  List<FinishStep> opening() {
    List<FinishStep> steps = new ArrayList<>();
    TagPassword secret = setting.orElseThrow().secret();
    if (!tag.asksForPassword()) {
      int cfg0 = cfg0Page();
      steps.add(write(cfg0 + PASSWORD_AFTER_CFG0, secret.password(), "the password is set"));
      steps.add(write(cfg0 + PACK_AFTER_CFG0, secret.pack().padTo(4), "its answer is set"));
    }
    steps.add(new FinishStep.Authenticate(secret));
    return steps;
  }

  /** AUTH0, where it is not what it should be. */
  List<FinishStep> auth0() {
    if (setting.isEmpty()) {
      return List.of();
    }
    Bytes cfg0 = wanted().cfg0();
    return cfg0.equals(now().cfg0())
        ? List.of()
        : List.of(write(cfg0Page(), cfg0, asked() + "; with the password it can be undone"));
  }

  /** PROT, AUTHLIM and, where the tag is to be locked, CFGLCK; where the chip has them. */
  List<FinishStep> access(boolean locked) {
    if (tag.configuration().isEmpty()) {
      return List.of();
    }
    TagConfiguration target = locked ? wanted().frozen() : wanted();
    return target.cfg1().equals(now().cfg1())
        ? List.of()
        : List.of(write(cfg0Page() + 1, target.cfg1(), accessWords(locked)));
  }

  private String accessWords(boolean locked) {
    String tries =
        setting
            .filter(it -> it.tries() > 0)
            .map(it -> "after " + it.tries() + " wrong passwords in a row none is taken any more")
            .orElse("wrong passwords are not counted");
    return locked
        ? tries + "; the settings of password and mirror are frozen" + FinishStep.FOR_EVER
        : tries;
  }

  private String asked() {
    return setting.orElseThrow().reading()
        ? "reading and writing ask for the password"
        : "writing asks for the password";
  }

  private TagConfiguration now() {
    return tag.configuration().orElseThrow();
  }

  private TagConfiguration wanted() {
    return setting.map(it -> now().withPassword(it)).orElse(now());
  }

  private int cfg0Page() {
    return tag.certainModel().orElseThrow().configurationPage();
  }

  private static FinishStep write(int page, Bytes data, String words) {
    return new FinishStep.Write(new PageWrite(page, data), words);
  }
}
