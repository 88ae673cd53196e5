package tapwright.server.store.sql;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Enumerations as the record keeps them: lower-case words. */
public final class Words {

  /** Each word made once: a hit is stored with four of them. */
  private static final Map<Enum<?>, String> WORDS = new ConcurrentHashMap<>();

  private Words() {}

  public static String of(Enum<?> value) {
    // Asked for first: making one locks its place in the map, whether or not it is there.
    String known = WORDS.get(value);
    return known == null
        ? WORDS.computeIfAbsent(value, one -> one.name().toLowerCase(Locale.ROOT))
        : known;
  }

  public static <E extends Enum<E>> E read(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
