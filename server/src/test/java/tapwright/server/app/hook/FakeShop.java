package tapwright.server.app.hook;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A shop's endpoints behind no network: they answer as they are told, or not yet. */
final class FakeShop implements HookPost {

  private final List<Message> had = new ArrayList<>();
  private final Deque<Reached> answers = new ArrayDeque<>();
  private final List<CompletableFuture<Reached>> held = new ArrayList<>();
  private String slow = "";

  /** The next message is answered so; what is not told is answered 204. */
  void answersNext(int status) {
    answers.add(new Reached.Answered(status, Optional.empty()));
  }

  void answersNext(int status, Duration retryAfter) {
    answers.add(new Reached.Answered(status, Optional.of(retryAfter)));
  }

  void missesNext() {
    answers.add(new Reached.Missed("no connection"));
  }

  /** The endpoint takes messages and answers none until it is told. */
  void isSlow(String url) {
    slow = url;
  }

  void answersAtLast() {
    slow = "";
    held.forEach(one -> one.complete(new Reached.Answered(204, Optional.empty())));
    held.clear();
  }

  /** How many wait for an answer. */
  int heldUp() {
    return held.size();
  }

  List<Message> had() {
    return List.copyOf(had);
  }

  List<Message> hadAt(String url) {
    return had.stream().filter(message -> message.url().equals(url)).toList();
  }

  @Override
  public Optional<String> allowedInsteadOf(String url) {
    return url.startsWith("https://") ? Optional.empty() : Optional.of("https://");
  }

  @Override
  public CompletableFuture<Reached> send(Message message) {
    had.add(message);
    if (message.url().equals(slow)) {
      CompletableFuture<Reached> later = new CompletableFuture<>();
      held.add(later);
      return later;
    }
    return CompletableFuture.completedFuture(
        answers.isEmpty() ? new Reached.Answered(204, Optional.empty()) : answers.poll());
  }
}
