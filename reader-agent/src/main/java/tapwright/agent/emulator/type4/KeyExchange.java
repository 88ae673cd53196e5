package tapwright.agent.emulator.type4;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;

/** The chip's authentications, and the session that the last one opened. */
final class KeyExchange {

  private static final int NONCE = 16;
  private static final int TI_SIZE = 4;

  /** Part 1 of AuthenticateEV2First: key number, how many bytes of capabilities, those. */
  private static final int FIRST_HEADER = 2;

  private final ChipMemory memory;
  private final RandomGenerator random;
  private @Nullable ChipSession session;
  private @Nullable Challenge challenge;
  private boolean delayed;

  KeyExchange(ChipMemory memory, RandomGenerator random) {
    this.memory = memory;
    this.random = random;
  }

  Optional<ChipSession> session() {
    return Optional.ofNullable(session);
  }

  boolean waitsForProof() {
    return challenge != null;
  }

  /** Forgets a challenge that another command has come between. */
  void abort() {
    challenge = null;
  }

  void close() {
    session = null;
    challenge = null;
  }

  /** AuthenticateEV2First, part 1. */
  Bytes first(Bytes data) {
    close();
    boolean whole = data.size() >= FIRST_HEADER && data.size() == FIRST_HEADER + data.at(1);
    return whole ? question(data.at(0), true) : Status.NATIVE_LENGTH.bytes();
  }

  /** AuthenticateEV2NonFirst, part 1: only inside a session, whose transaction goes on. */
  Bytes nonFirst(Bytes data) {
    if (session == null) {
      return Status.NATIVE_PERMISSION_DENIED.bytes();
    }
    return data.size() == 1 ? question(data.at(0), false) : Status.NATIVE_LENGTH.bytes();
  }

  private Bytes question(int keyNumber, boolean first) {
    if (keyNumber >= ChipMemory.KEYS) {
      return Status.NATIVE_NO_SUCH_KEY.bytes();
    }
    if (delays(memory.key(keyNumber))) {
      return Status.NATIVE_AUTHENTICATION_DELAY.bytes();
    }
    Bytes rndB = drawn(NONCE);
    Optional<Bytes> ti = first ? Optional.of(drawn(TI_SIZE)) : Optional.empty();
    Challenge next = new Challenge(keyNumber, memory.keyValue(keyNumber), rndB, ti);
    challenge = next;
    return Status.NATIVE_MORE.after(next.question());
  }

  /** Every second attempt is let through, which stands for the time that a real chip lets pass. */
  private boolean delays(ChipKey key) {
    delayed = key.delays() && !delayed;
    return delayed || key.isLost();
  }

  /** Part 2 of either. */
  Bytes prove(Bytes proof) {
    Challenge asked = challenge;
    challenge = null;
    if (asked == null) {
      return Status.NATIVE_ABORTED.bytes();
    }
    ChipKey key = memory.key(asked.keyNumber());
    Optional<ChipSession.Agreement> agreed = asked.agreed(proof);
    memory.setKey(asked.keyNumber(), agreed.isPresent() ? key.afterSuccess() : key.afterFailure());
    if (agreed.isEmpty()) {
      session = null;
      return Status.NATIVE_AUTHENTICATION.bytes();
    }
    session = opened(asked, agreed.get());
    return Status.NATIVE_OK.after(asked.answer(agreed.get().rndA()));
  }

  private ChipSession opened(Challenge asked, ChipSession.Agreement agreement) {
    ChipSession before = session;
    return asked.ti().isEmpty() && before != null
        ? before.reopened(agreement)
        : ChipSession.open(agreement, asked.ti().orElse(Bytes.zeros(TI_SIZE)));
  }

  /** Bytes of chance. */
  Bytes drawn(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Bytes.copyOf(bytes);
  }
}
