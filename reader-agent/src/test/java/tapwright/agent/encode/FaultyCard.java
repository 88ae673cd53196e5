package tapwright.agent.encode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.agent.emulator.EmulatedType4Tag;
import tapwright.agent.pcsc.Atr;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.TagConnection;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** A Type 4 tag in the field, one of whose exchanges goes wrong. */
public final class FaultyCard implements TagConnection {

  /** What goes wrong. */
  public enum Fault {
    /** The tag is lifted before the command. */
    LIFTED,
    /** The tag is lifted after the command, so that its answer is lost. */
    ANSWER_LOST,
    /** The command does not arrive, and the reader cannot tell; the tag stays. */
    UNCLEAR_UNDONE,
    /** The command is carried out, and the reader cannot tell; the tag stays. */
    UNCLEAR_DONE
  }

  private final EmulatedType4Tag tag;
  private final int faultyExchange;
  private final Fault fault;
  private final List<Bytes> commands = new ArrayList<>();
  private final List<Integer> answerSizes = new ArrayList<>();
  private final Map<Bytes, Bytes> otherAnswers = new HashMap<>();

  /**
   * @param faultyExchange counted from 1; 0 for none
   */
  public FaultyCard(EmulatedType4Tag tag, int faultyExchange, Fault fault) {
    this.tag = tag;
    this.faultyExchange = faultyExchange;
    this.fault = fault;
    tag.place();
  }

  public static FaultyCard sound(EmulatedType4Tag tag) {
    return new FaultyCard(tag, 0, Fault.LIFTED);
  }

  /** Has it answer a command otherwise than the tag does. */
  public FaultyCard answering(Bytes command, Bytes answer) {
    otherAnswers.put(command, answer);
    return this;
  }

  public int exchanges() {
    return commands.size();
  }

  public List<Bytes> commands() {
    return List.copyOf(commands);
  }

  /** How many bytes each answer had, its status word included. */
  public List<Integer> answerSizes() {
    return List.copyOf(answerSizes);
  }

  @Override
  public Bytes transmit(Bytes command) {
    commands.add(command);
    Bytes answer = exchanges() == faultyExchange ? faulty(command) : answer(command);
    answerSizes.add(answer.size());
    return answer;
  }

  private Bytes faulty(Bytes command) {
    switch (fault) {
      case LIFTED -> tag.lift();
      case ANSWER_LOST -> {
        answer(command);
        tag.lift();
      }
      case UNCLEAR_UNDONE -> throw new ReaderFault.AnswerUnknown("a fault was planned", "6300");
      case UNCLEAR_DONE -> {
        answer(command);
        throw new ReaderFault.AnswerUnknown("a fault was planned", "6300");
      }
    }
    return answer(command);
  }

  private Bytes answer(Bytes command) {
    Bytes other = otherAnswers.get(command);
    return other != null
        ? other
        : tag.answer(command).orElseThrow(() -> new ReaderFault.TagGone("it was lifted", null));
  }

  @Override
  public Atr atr() {
    return new Atr(Bytes.ofHex("3B8180018080"));
  }

  @Override
  public Optional<Uid> uid() {
    return Optional.of(tag.uid());
  }

  @Override
  public void reactivate() {
    tag.cycleField();
  }

  @Override
  public void close() {
    tag.lift();
  }

  public Field field() {
    return new Field() {
      @Override
      public boolean awaitEmpty(Duration timeout) {
        return false;
      }

      @Override
      public void cycle() {
        tag.cycleField();
      }

      @Override
      public void close() {
        FaultyCard.this.close();
      }
    };
  }
}
