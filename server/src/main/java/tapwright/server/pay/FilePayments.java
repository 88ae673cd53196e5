package tapwright.server.pay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import tapwright.core.money.RefundState;
import tapwright.server.app.money.PaymentOutcome;
import tapwright.server.app.money.Payments;

/**
 * A provider that is a journal: a line of JSON for each refund, which a person carries out by other
 * means, or nobody in a demo. A line is on disk before it is answered.
 *
 * <p>It keeps its keys for ever, as they are in the lines. Several processes may share the file,
 * since each call holds its lock. Payments whose id begins with {@code declined-} are refused and
 * those with {@code pending-} stay pending, so that stories can be told of both.
 */
public final class FilePayments implements Payments {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DECLINED = "declined-";
  private static final String PENDING = "pending-";

  private final Path journal;
  private final Executor executor;
  private final Map<String, Payments.Wanted> known = new HashMap<>();
  private long readTo;

  /**
   * The journal in that file, which need not be there yet.
   *
   * @param executor for work that waits for a disk
   */
  public FilePayments(Path journal, Executor executor) {
    this.journal = journal;
    this.executor = executor;
  }

  @Override
  public CompletableFuture<PaymentOutcome> refund(Wanted wanted) {
    return locked(channel -> refund(channel, wanted));
  }

  @Override
  public CompletableFuture<PaymentOutcome> find(Wanted wanted) {
    return locked(
        channel -> {
          Wanted seen = known.get(wanted.key());
          return seen == null ? new PaymentOutcome.None() : taken(seen);
        });
  }

  private PaymentOutcome refund(FileChannel channel, Wanted wanted) throws IOException {
    Wanted before = known.get(wanted.key());
    if (before != null) {
      return before.equals(wanted)
          ? taken(before)
          : new PaymentOutcome.Silent("the key was used for another refund");
    }
    if (wanted.payment().startsWith(DECLINED)) {
      return new PaymentOutcome.Refused("declined");
    }
    append(channel, wanted);
    return taken(wanted);
  }

  private static PaymentOutcome taken(Wanted wanted) {
    return new PaymentOutcome.Taken(
        "file-" + wanted.key(),
        wanted.payment().startsWith(PENDING) ? RefundState.PENDING : RefundState.REFUNDED);
  }

  /** Something that is done while no other process writes. */
  @FunctionalInterface
  private interface Work {
    PaymentOutcome on(FileChannel channel) throws IOException;
  }

  private CompletableFuture<PaymentOutcome> locked(Work work) {
    Supplier<PaymentOutcome> call = () -> call(work);
    return CompletableFuture.supplyAsync(call, executor);
  }

  private synchronized PaymentOutcome call(Work work) {
    try (FileChannel channel =
            FileChannel.open(
                journal,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      readOn(channel);
      return work.on(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + journal, e);
    }
  }

  /** Reads what others have written since; half a line is of a process that died, and is cut. */
  private void readOn(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - readTo));
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes, readTo + bytes.position());
    }
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    int end = text.lastIndexOf('\n') + 1;
    text.substring(0, end).lines().forEach(this::know);
    readTo += text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    if (channel.size() > readTo) {
      channel.truncate(readTo);
    }
  }

  private void know(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      Wanted wanted =
          new Wanted(
              json.path("key").asText(),
              json.path("payment").asText(),
              StripeWords.money(json.path("amount").asLong(), json.path("currency").asText()),
              json.path("order").asText());
      known.put(wanted.key(), wanted);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line of " + journal + " is not JSON", e);
    }
  }

  private void append(FileChannel channel, Wanted wanted) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("key", wanted.key());
    line.put("payment", wanted.payment());
    line.put("amount", wanted.amount().minorUnits());
    line.put("currency", wanted.amount().currency());
    line.put("order", wanted.order());
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(JSON.writeValueAsString(line) + "\n");
    while (bytes.hasRemaining()) {
      channel.write(bytes, channel.size());
    }
    channel.force(true);
    known.put(wanted.key(), wanted);
    readTo = channel.size();
  }
}
