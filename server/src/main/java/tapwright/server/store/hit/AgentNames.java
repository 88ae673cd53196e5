package tapwright.server.store.hit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers by which hits name their agents, and which agents are known to be on record.
 *
 * <p>What is known is forgotten with each new day: retention drops an agent that no hit has named
 * for many days, so each is put on record anew once a day.
 */
public final class AgentNames {

  /** What is done with an agent that is on record already. */
  static final String IF_LATER =
      " ON CONFLICT (agent_id) DO UPDATE SET last_day = excluded.last_day"
          + " WHERE agent.last_day < excluded.last_day";

  private static final int KNOWN_LIMIT = 10_000;

  private final Map<String, Long> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > KNOWN_LIMIT;
        }
      };

  private long today = Long.MIN_VALUE;

  /** The first 8 bytes of the SHA-256 of the agent's UTF-8, most significant first. */
  public static long number(String agent) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(agent.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The agent's number, noted as one that the caller puts on record if it was not known. */
  long numberOn(long day, String agent, NewAgent newAgent) {
    if (day != today) {
      known.clear();
      today = day;
    }
    Long number = known.get(agent);
    if (number != null) {
      return number;
    }
    long fresh = number(agent);
    newAgent.put(fresh, new Named(agent, day));
    known.put(agent, fresh);
    return fresh;
  }

  /** After a rollback: what was put on record may not be there. */
  void forget() {
    known.clear();
  }

  /**
   * An agent as it is put on record.
   *
   * @param lastDay the last day of which a hit names it
   */
  record Named(String agent, long lastDay) {
    Named and(Named other) {
      return other.lastDay > lastDay ? other : this;
    }
  }

  /** Puts an agent on record; one that is there is named later at most. */
  @FunctionalInterface
  interface NewAgent {
    void put(long number, Named agent);
  }
}
