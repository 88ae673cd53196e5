package tapwright.agent.encode;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tapwright.agent.tag.DnaTag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaCommand;
import tapwright.core.tag.dna.DnaFile;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.dna.DnaRefusal;
import tapwright.core.tag.dna.Ev2Handshake;
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

  /** What GetKeyVersion answers for a key that is not the factory's any more. */
  static final int CHANGED = 1;

  /** AUTHENTICATION_ERROR (NT4H2421Gx data sheet, section 10.3). */
  private static final String WRONG_KEY = "91AE";

  /** RndA (NT4H2421Gx data sheet, AuthenticateEV2First). */
  private static final int NONCE_BYTES = 16;

  private final DnaTag tag;
  private final Type4Session card;
  private final RandomGenerator random;
  private AesKey key = AesKey.FACTORY;
  private @Nullable Ev2Session session;

  /**
   * @param random unguessable: what is drawn from it proves that the chip has the key
   */
  DnaMaster(Type4Session card, RandomGenerator random) {
    this.tag = new DnaTag(card.tag().link());
    this.card = card;
    this.random = random;
  }

  /** The key 0 that the last session was opened with. */
  AesKey key() {
    return key;
  }

  /**
   * Opens a session with the first of the keys that the chip takes: two tries at most, of the 50 in
   * a row that it bears.
   */
  Checked<DnaMaster> open(List<AesKey> keys) {
    for (AesKey candidate : keys) {
      switch (tag.authenticate(new Ev2Handshake(DnaKeys.MASTER, candidate, nonce()))) {
        case Checked.Passed<Ev2Session>(Ev2Session opened) -> {
          key = candidate;
          session = opened;
          return Checked.passed(this);
        }
        case Checked.Refused<Ev2Session>(Refusal refusal) when !isWrongKey(refusal) -> {
          return Checked.refused(refusal);
        }
        case Checked.Refused<Ev2Session> wrongKey -> session = null;
      }
    }
    return Checked.refused(
        Type4Refusal.DNA_KEY_UNKNOWN.with("model", card.model().label(), "uid", card.uid()));
  }

  /** Opens a session with the key that was found before. */
  Checked<DnaMaster> reopen() {
    return open(List.of(key));
  }

  private static boolean isWrongKey(Refusal refusal) {
    return refusal.code() == DnaRefusal.KEY_NOT_SHARED
        || WRONG_KEY.equals(refusal.details().get("seen"));
  }

  /** Ends the session: the chip is spoken to by everybody's commands again. */
  void close() {
    session = null;
    card.selectAnew();
  }

  Checked<DnaMaster> set(FileSettings settings) {
    card.noteWrite();
    return send(DnaCommand.changeFileSettings(DnaFile.NDEF, settings)).map(answer -> this);
  }

  /** The version of a key; 0 is the factory's. */
  Checked<Integer> keyVersion(int number) {
    return send(DnaCommand.getKeyVersion(number))
        .then(
            version ->
                version.size() == 1
                    ? Checked.passed(version.at(0))
                    : Checked.refused(
                        DnaRefusal.ANSWER_LENGTH.with(
                            "command", "key version", "seen", version.size(), "allowed", 1)));
  }

  /** Sets a key other than 0. */
  Checked<DnaMaster> change(int number, AesKey old, AesKey next) {
    card.noteWrite();
    return send(DnaCommand.changeKey(new KeyChange(number, old, next, CHANGED)))
        .map(answer -> this);
  }

  /** Sets key 0, by which the session ends. */
  Checked<DnaMaster> hand(AesKey next) {
    card.noteWrite();
    KeyChange change = new KeyChange(DnaKeys.MASTER, key, next, CHANGED);
    return tag.sendLast(opened().full(DnaCommand.changeKey(change))).map(sent -> this);
  }

  private Checked<Bytes> send(DnaCommand command) {
    boolean secret = !command.data().isEmpty();
    SecuredCommand secured = secret ? opened().full(command) : opened().coded(command);
    Checked<SecuredCommand.Answer> answer = tag.send(secured);
    session =
        answer instanceof Checked.Passed<SecuredCommand.Answer>(SecuredCommand.Answer good)
            ? good.session()
            : null;
    return answer.map(SecuredCommand.Answer::data);
  }

  private Ev2Session opened() {
    Ev2Session open = session;
    if (open == null) {
      throw new IllegalStateException("no session of key 0 is open");
    }
    return open;
  }

  /** RndA: new at each authentication, and for nobody to foretell. */
  private Bytes nonce() {
    byte[] drawn = new byte[NONCE_BYTES];
    random.nextBytes(drawn);
    return Bytes.copyOf(drawn);
  }
}
