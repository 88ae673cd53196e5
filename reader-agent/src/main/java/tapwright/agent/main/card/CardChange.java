package tapwright.agent.main.card;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.PlannedStep;
import tapwright.agent.encode.TagContent;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.main.console.Console;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.originality.Originality;

/**
 * What all commands that change a card have in common: whose card it may be, what is said before,
 * and that nothing is done with {@code --dry-run}.
 */
final class CardChange {

  @Mixin private CardOnReader onReader;

  @Option(
      names = "--again",
      description =
          "Change the card although the journal knows it as another's, as begun, or as one"
              + " that did not take this password.")
  private boolean again;

  @Option(
      names = "--dry-run",
      description = "Say what would be done and which of it is for ever; write nothing.")
  private boolean dryRun;

  /** What a command does to a card. */
  interface Change {

    /** The message that the card is to hold in the end. */
    Bytes message(TagPresentation tag);

    /** What will be done, in order, or why nothing can be. */
    Checked<List<PlannedStep>> plan(TagPresentation tag);

    /** Does it, written down there. */
    EncodeOutcome make(TagPresentation tag, WriteRecord record);

    /** Whether it locks the card or gives it a password. */
    boolean isLasting();

    /** What was done, in one line. */
    String text(ChangedCard changed);
  }

  boolean json() {
    return onReader.json();
  }

  /** Waits for a card, changes it and gives the exit code. */
  int with(CardCommand card, Change change) {
    return onReader.with(card, tag -> change(card, tag, change));
  }

  private int change(CardCommand card, TagPresentation tag, Change change) {
    WriteRecord writes = card.surroundings().writes();
    Bytes message = change.message(tag);
    Optional<Refusal> objection = again ? Optional.empty() : writes.objection(tag.uid(), message);
    if (objection.isPresent()) {
      return card.console().refused(objection.get(), json());
    }
    warn(card, tag, change.isLasting());
    if (!message.isEmpty()) {
      writes
          .finishedByHand(tag.uid(), message)
          .ifPresent(at -> card.console().note(replaced(tag, at)));
    }
    return dryRun ? report(card.console(), tag, change.plan(tag)) : make(card, tag, change);
  }

  /** A copy may not keep what is about to be done to it. */
  private static void warn(CardCommand card, TagPresentation tag, boolean lasting) {
    Originality signature = lasting ? tag.originality() : Originality.NOT_ASKED;
    signature
        .warning()
        .ifPresent(it -> card.console().note("look at card %s: %s".formatted(tag.uid(), it)));
  }

  private static String replaced(TagPresentation tag, Instant finished) {
    String shown =
        tag.content() instanceof Checked.Passed<TagContent>(TagContent content)
            ? ": it shows " + ShownRecord.textOf(content.message())
            : "";
    return "card %s was made here on %s and gets another message now%s"
        .formatted(tag.uid(), finished.truncatedTo(ChronoUnit.SECONDS), shown);
  }

  private int make(CardCommand card, TagPresentation tag, Change change) {
    sayWhatIsForEver(card.console(), tag, change);
    WriteRecord writes = card.surroundings().writes();
    return switch (change.make(tag, again ? writes.regardless() : writes)) {
      case EncodeOutcome.Verified verified ->
          report(card.console(), ChangedCard.of(tag, verified), change);
      case EncodeOutcome.Refused(Refusal refusal) -> card.console().refused(refusal, json());
    };
  }

  /** A plan that is refused is refused again by the change itself, which says why. */
  private static void sayWhatIsForEver(Console console, TagPresentation tag, Change change) {
    switch (change.plan(tag)) {
      case Checked.Passed<List<PlannedStep>>(List<PlannedStep> steps) ->
          steps.stream()
              .filter(PlannedStep::forEver)
              .forEach(step -> console.note("for ever: " + step.text()));
      case Checked.Refused<List<PlannedStep>>(Refusal why)
          when why.code() == ProtectionRefusal.READ_PROTECTED ->
          console.note(
              "what is for ever cannot be listed: the card shows nothing before its password");
      case Checked.Refused<List<PlannedStep>> refusedAgain -> {}
    }
  }

  private int report(Console console, TagPresentation tag, Checked<List<PlannedStep>> plan) {
    return switch (plan) {
      case Checked.Passed<List<PlannedStep>>(List<PlannedStep> steps) ->
          report(console, new Plan(tag.uid().toString(), tag.modelName(), true, steps));
      case Checked.Refused<List<PlannedStep>>(Refusal refusal) -> console.refused(refusal, json());
    };
  }

  private int report(Console console, Plan plan) {
    if (json()) {
      console.json(plan);
    } else {
      console.line("%s %s would be changed so:".formatted(plan.chip(), plan.uid()));
      plan.steps().forEach(step -> console.line("  " + step.text()));
      console.line(plan.steps().isEmpty() ? "  not at all" : "nothing was written");
    }
    return Console.DONE;
  }

  private int report(Console console, ChangedCard changed, Change change) {
    if (json()) {
      console.json(changed);
    } else {
      console.line(change.text(changed));
    }
    return Console.DONE;
  }

  /** What would be done, in the command's JSON. */
  record Plan(String uid, String chip, boolean dryRun, List<PlannedStep> steps) {}
}
