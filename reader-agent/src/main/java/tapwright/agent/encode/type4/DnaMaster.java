package tapwright.agent.encode.type4;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.tag.DnaTag;
import tapwright.core.Checked;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaCommand;
import tapwright.core.tag.dna.DnaFile;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.dna.Ev2Session;
import tapwright.core.tag.dna.FileSettings;
import tapwright.core.tag.dna.KeyChange;
import tapwright.core.tag.dna.SecuredCommand;
import tapwright.core.tag.type4.Type4Refusal;

/**
 * Who holds key 0 of a chip in the field: finds out which key that is, and changes settings and
 * keys with it.
 */
final class DnaMaster {

  /** What GetKeyVersion answers for a key of the factory's, and for one that is so no more. */
  private static final int ORIGINAL = 0;

  private static final int CHANGED = 1;

  private final DnaTag tag;
  private final DnaKeyTrial trial;
  private final Type4Session card;
  private AesKey key = AesKey.FACTORY;
  private @Nullable Ev2Session session;

  /**
   * @param random unguessable: what is drawn from it proves that the chip has the key
   */
  DnaMaster(Type4Session card, RandomGenerator random) {
    this.tag = new DnaTag(card.tag().link());
    this.trial = new DnaKeyTrial(tag, random);
    this.card = card;
  }

  /** The key 0 that the last session was opened with. */
  AesKey key() {
    return key;
  }

  /** Opens a session with the first of the keys that the chip takes. */
  Checked<DnaMaster> open(List<AesKey> keys) {
    session = null;
    return trial
        .first(DnaKeys.MASTER, keys)
        .then(found -> found.map(this::opened).orElseGet(this::unknown));
  }

  private Checked<DnaMaster> unknown() {
    return Checked.refused(
        Type4Refusal.DNA_KEY_UNKNOWN.with("model", card.model().label(), "uid", card.uid()));
  }

  private Checked<DnaMaster> opened(DnaKeyTrial.Opened opened) {
    key = opened.key();
    session = opened.session();
    return Checked.passed(this);
  }

  /**
   * The session that is open, or one more with the key that was found before.
   *
   * @throws ReaderFault.AnswerUnknown when the chip does not take any more what it took before
   */
  Checked<DnaMaster> ready() {
    return session != null ? Checked.passed(this) : reopened();
  }

  private Checked<DnaMaster> reopened() {
    return trial
        .first(DnaKeys.MASTER, List.of(key))
        .then(found -> opened(found.orElseThrow(() -> unclear("was tried again"))));
  }

  /** Which of the keys the chip has under a number other than 0; ends the session. */
  Checked<AesKey> keyOf(int number, List<AesKey> keys) {
    session = null;
    return trial
        .first(number, keys)
        .then(
            found ->
                found.map(opened -> Checked.passed(opened.key())).orElseGet(() -> foreign(number)));
  }

  private Checked<AesKey> foreign(int number) {
    return Checked.refused(
        Type4Refusal.DNA_KEY_FOREIGN.with(
            "key", number, "model", card.model().label(), "uid", card.uid()));
  }

  /** Ends the session: the chip is spoken to by everybody's commands again. */
  void close() {
    session = null;
    card.selectAnew();
  }

  Checked<DnaMaster> set(FileSettings settings) {
    return send(DnaCommand.changeFileSettings(DnaFile.NDEF, settings));
  }

  /** Sets a key other than 0. */
  Checked<DnaMaster> change(int number, AesKey old, AesKey next) {
    return send(DnaCommand.changeKey(new KeyChange(number, old, next, version(next))));
  }

  /**
   * Sets key 0, by which the session ends, and proves it by a session of the new one.
   *
   * @throws ReaderFault.AnswerUnknown when the chip has the old one still
   */
  Checked<DnaMaster> hand(AesKey next) {
    AesKey old = key;
    card.noteWrite();
    KeyChange change = new KeyChange(DnaKeys.MASTER, old, next, version(next));
    return tag.sendLast(opened().full(DnaCommand.changeKey(change)))
        .then(sent -> open(List.of(next, old)))
        .map(open -> open.holding(next));
  }

  private static int version(AesKey next) {
    return next.equals(AesKey.FACTORY) ? ORIGINAL : CHANGED;
  }

  private DnaMaster holding(AesKey expected) {
    if (!key.equals(expected)) {
      throw unclear("was changed");
    }
    return this;
  }

  private Checked<DnaMaster> send(DnaCommand command) {
    card.noteWrite();
    SecuredCommand secured = opened().full(command);
    session = null;
    return tag.send(secured)
        .map(
            answer -> {
              session = answer.session();
              return this;
            });
  }

  private Ev2Session opened() {
    Ev2Session open = session;
    if (open == null) {
      throw new IllegalStateException("no session of key 0 is open");
    }
    return open;
  }

  /** AUTHENTICATION_ERROR where there was none before (NT4H2421Gx data sheet, section 10.3). */
  private static ReaderFault.AnswerUnknown unclear(String doing) {
    return new ReaderFault.AnswerUnknown("key 0 " + doing, "91AE");
  }
}
