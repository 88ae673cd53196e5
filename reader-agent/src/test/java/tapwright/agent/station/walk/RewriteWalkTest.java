package tapwright.agent.station.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.VirtualTag;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.Finish;
import tapwright.agent.station.InMemory;
import tapwright.core.Bytes;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Contact;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.Uid;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.JobSecrets;
import tapwright.core.wire.WireContact;

/** Cards of the field that are lifted, torn or forgotten while they are written anew. */
class RewriteWalkTest {

  private static final String LINK = "https://cards.example.com/t/7HK3M9QRTV";
  private static final TagPassword PASSWORD =
      new TagPassword(Bytes.ofHex("C0FFEE42"), Bytes.ofHex("BEEF"));
  private static final JobSecrets SECRETS = new JobSecrets("C0FFEE42", "BEEF", null);
  private static final Finish PROTECTED =
      new Finish(false, Optional.of(PasswordSetting.forWriting(PASSWORD)), Optional.empty());

  @TempDir(factory = InMemory.class)
  Path folder;

  @Test
  void sample_showsNothingWrongAndEndsWithTheNewContact() {
    walkAll(60, 30);
  }

  @Test
  @Tag("long")
  void everyExchange_showsNothingWrongAndEndsWithTheNewContact() {
    walkAll(1, 1_000);
  }

  private void walkAll(int oneIn, int atLeast) {
    try (RewriteDesk desk = new RewriteDesk(folder.resolve("desk"));
        WalkStation maker = new WalkStation(folder.resolve("maker"), WalkStand.PRODUCT)) {
      RewriteWalk walk = new RewriteWalk(desk, new Random(CardWalkTest.SEED), oneIn);
      walk.walk(card(maker, "open", LinkCounting.NONE, Finish.OPEN, null));
      walk.walk(card(maker, "mirror", LinkCounting.MIRROR, Finish.OPEN, null));
      walk.walk(card(maker, "protected", LinkCounting.MIRROR, PROTECTED, SECRETS));
      System.out.println("rewrite walk: " + walk.situations() + " " + walk.endings());
      assertEquals(List.of(), walk.violations());
      assertTrue(walk.situations() >= atLeast, walk.situations() + " situations");
    }
  }

  /** Made at another station, which this desk knows nothing of. */
  private static RewriteWalk.FieldCard card(
      WalkStation maker,
      String name,
      LinkCounting counting,
      Finish finish,
      @Nullable JobSecrets secrets) {
    VirtualTag tag =
        EmulatedTag.blank(
            EmulatedChip.NTAG216, Uid.ofHex("0400000000%04X".formatted(maker.nextNumber())));
    EncodeRequest made =
        new EncodeRequest(
            messages(contact("Sample Person"), counting),
            counting == LinkCounting.MIRROR ? Counting.MIRROR : Counting.NONE,
            finish);
    maker.present(maker.stand(WalkedCard.MAKER, WalkFault.NONE), tag, name, made);
    WireContact another = contact("Another Sample of a longer name");
    String wanted = messages(another, counting).getFirst().toHex().toLowerCase(Locale.ROOT);
    return new RewriteWalk.FieldCard(
        name, tag, key -> job(key, another, counting, secrets), wanted, finish);
  }

  private static EncodeJob job(
      String key, WireContact contact, LinkCounting counting, @Nullable JobSecrets secrets) {
    return new EncodeJob(
        key,
        "0000000000001",
        "7HK3M9QRTV",
        "S-1",
        LINK,
        LINK.toUpperCase(Locale.ROOT),
        contact,
        counting == LinkCounting.MIRROR,
        Instant.parse("2026-03-01T16:00:00Z"),
        counting,
        false,
        secrets);
  }

  private static List<Bytes> messages(WireContact wire, LinkCounting counting) {
    Contact contact =
        Contact.of(
                wire.name(), wire.title(), wire.company(), wire.phone(), wire.email(), wire.url())
            .orThrow();
    return CardMessages.of(new Link(LINK), Optional.of(contact), counting);
  }

  private static WireContact contact(String name) {
    return new WireContact(name, "", "", "", "sample@example.com", "");
  }
}
