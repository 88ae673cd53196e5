package tapwright.agent.main.console;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.station.StationRefusal;
import tapwright.core.Refusal;
import tapwright.core.RefusalCode;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.finish.FinishRefusal;
import tapwright.core.tag.type4.Type4Refusal;

/**
 * What who laid the card there can do about a refusal or a fault, in words that need no knowledge
 * of chips. What says so itself has none.
 */
public enum Advice {
  OTHER_CARD("put this card aside and take another"),
  OTHER_READER("lay it on a reader that passes on the chip's own commands, as the ACR122U does"),
  OTHER_KIND("take a card whose chip can do that, or leave the option away"),
  SHORTER("take a card with more room, or make the link or the contact shorter"),
  PASSWORD("give the password that the card was made with: --password-file FILE"),
  OTHER_PASSWORD("make sure which card this is before another password is tried"),
  NEW_KEYS(
      "write five random keys into a file that only you may read, a line of 32 hexadecimal digits"
          + " each (openssl rand -hex 16 makes one), keep it as long as the card is in use, and"
          + " name it: --keys-file FILE"),
  KEYS("name the file with the card's five keys: --keys-file FILE"),
  WRITE_FIRST("write it first: tapwright card write"),
  WRITE_AGAIN("write it again, with --mirror or --sun"),
  ANOTHERS(
      "take another card; the batch or station that this one belongs to finishes it, and --again"
          + " changes it all the same"),
  REPEAT("repeat the command that was broken off, or change the card all the same: --again");

  /** A command begins by looking at what the card holds, whatever happened to it before. */
  private static final String LAY_AGAIN =
      "lay the card there again and repeat the command: it looks what the card holds by then, and"
          + " does what is left";

  private static final Map<RefusalCode, Advice> BY_CODE = byCode();

  private final String words;

  Advice(String words) {
    this.words = words;
  }

  /** For one card on a reader, by who gives commands. */
  String words() {
    return words;
  }

  /** For one of many cards, by who lays them there. */
  public String atReader() {
    return this == OTHER_READER ? words : OTHER_CARD.words;
  }

  public static Optional<Advice> on(Refusal refusal) {
    return Optional.ofNullable(BY_CODE.get(refusal.code()));
  }

  public static Optional<String> on(ReaderFault fault) {
    return switch (fault) {
      case ReaderFault.TagGone gone -> Optional.of(LAY_AGAIN);
      case ReaderFault.AnswerUnknown unclear ->
          Optional.of(LAY_AGAIN + "; when it fails again, take another card");
      case ReaderFault.TagNak no ->
          Optional.of(LAY_AGAIN + "; when it fails again, take another card");
      case ReaderFault.ReaderGone gone ->
          Optional.of("plug the reader in, lay the card there again and repeat the command");
      case ReaderFault.ReaderUnknown unknown ->
          Optional.of("see which there are: tapwright readers");
      case ReaderFault.ForeignTag saysItself -> Optional.empty();
      case ReaderFault.UidHidden saysItself -> Optional.empty();
      case ReaderFault.ServiceGone saysItself -> Optional.empty();
    };
  }

  private static Map<RefusalCode, Advice> byCode() {
    Map<RefusalCode, Advice> table = new HashMap<>();
    codes().forEach((advice, codes) -> codes.forEach(code -> table.put(code, advice)));
    return Map.copyOf(table);
  }

  private static Map<Advice, List<RefusalCode>> codes() {
    Map<Advice, List<RefusalCode>> table = new EnumMap<>(Advice.class);
    table.put(OTHER_CARD, unusable());
    table.put(
        OTHER_READER,
        List.of(
            TagRefusal.CONTAINER_UNKNOWN,
            ProtectionRefusal.MIRROR_NEEDS_NATIVE,
            FinishRefusal.MODEL_UNCERTAIN,
            EncodeRefusal.PASSWORD_NEEDS_NATIVE));
    table.put(OTHER_KIND, incapable());
    table.put(SHORTER, List.of(TagRefusal.MESSAGE_TOO_LONG, Type4Refusal.MESSAGE_TOO_LONG));
    table.put(
        PASSWORD,
        List.of(
            EncodeRefusal.PASSWORD_UNORDERED,
            ProtectionRefusal.PASSWORD_PROTECTED,
            ProtectionRefusal.READ_PROTECTED));
    table.put(OTHER_PASSWORD, List.of(EncodeRefusal.PASSWORD_WRONG));
    table.put(NEW_KEYS, List.of(Type4Refusal.KEYS_NEEDED));
    table.put(KEYS, List.of(Type4Refusal.KEYS_NOT_GIVEN));
    table.put(WRITE_FIRST, List.of(EncodeRefusal.TAG_EMPTY, TagRefusal.NO_MESSAGE));
    table.put(WRITE_AGAIN, List.of(EncodeRefusal.LINK_FIXED));
    table.put(ANOTHERS, List.of(StationRefusal.UID_OWNED, StationRefusal.UID_SCRAPPED));
    table.put(REPEAT, List.of(StationRefusal.UID_BEGUN_BY_HAND));
    return table;
  }

  private static List<RefusalCode> unusable() {
    return List.of(
        TagRefusal.VERSION_UNKNOWN,
        TagRefusal.VERSION_MISSING,
        TagRefusal.MAKER_FOREIGN,
        TagRefusal.CHIP_UNSUPPORTED,
        TagRefusal.UID_CHECK_BYTES,
        TagRefusal.CONTAINER_INVALID,
        TagRefusal.CONTAINER_TOO_LARGE,
        TagRefusal.CONTROL_TORN,
        TagRefusal.READ_ONLY,
        ProtectionRefusal.PAGES_LOCKED,
        ProtectionRefusal.PAGE_KEEPS_CONTENT,
        ProtectionRefusal.READS_DIFFERENTLY,
        ProtectionRefusal.CONFIGURATION_LOCKED,
        FinishRefusal.LOCK_FROZEN,
        FinishRefusal.PASSWORD_FROZEN,
        EncodeRefusal.PASSWORD_FOREIGN,
        EncodeRefusal.PACK_WRONG,
        EncodeRefusal.SECRET_NOT_TAKEN,
        EncodeRefusal.FINISH_INCOMPLETE,
        Type4Refusal.UID_RANDOM,
        Type4Refusal.CONTAINER_SHORT,
        Type4Refusal.CONTAINER_FIELD,
        Type4Refusal.WRITE_REFUSED,
        Type4Refusal.READS_DIFFERENTLY,
        Type4Refusal.DNA_COMMAND_REFUSED,
        Type4Refusal.DNA_KEY_UNKNOWN,
        Type4Refusal.DNA_KEY_FOREIGN);
  }

  private static List<RefusalCode> incapable() {
    return List.of(
        ProtectionRefusal.MIRROR_UNSUPPORTED,
        FinishRefusal.PASSWORD_UNSUPPORTED,
        EncodeRefusal.KEYS_UNSUPPORTED,
        EncodeRefusal.SUN_UNSUPPORTED,
        Type4Refusal.MIRROR_UNSUPPORTED,
        Type4Refusal.PASSWORD_UNSUPPORTED,
        Type4Refusal.LOCK_UNSUPPORTED,
        Type4Refusal.WRITE_TEST_UNSUPPORTED);
  }
}
