package tapwright.agent.reader;

import tapwright.core.Bytes;

/** A tag's own commands, sent one after the other along one path through a reader. */
final class NativeSession {

  private static final NativeReply ACKNOWLEDGED = new NativeReply.Acknowledged();

  private final CountedLink link;
  private final NativePath path;
  private boolean open;

  NativeSession(CountedLink link, NativePath path) {
    this.link = link;
    this.path = path;
  }

  /** Sends one command; a tag that may be halted by an earlier one is woken before. */
  NativeReply send(Bytes command) {
    if (link.mayBeHalted()) {
      close();
      link.wake();
    }
    NativeReply opened = open();
    NativeReply reply =
        opened instanceof NativeReply.Acknowledged
            ? path.unwrap(link.exchange(path.wrap(command)))
            : opened;
    if (reply instanceof NativeReply.Refused || reply instanceof NativeReply.Unclear) {
      link.noteHalted();
    }
    return reply;
  }

  /** Tells the reader that no more commands come; harmless where none came. */
  void close() {
    if (open) {
      open = false;
      path.closing().forEach(link::tellReader);
    }
  }

  private NativeReply open() {
    if (open) {
      return ACKNOWLEDGED;
    }
    for (Bytes command : path.opening()) {
      NativeReply reply = path.unwrap(link.tellReader(command));
      if (!(reply instanceof NativeReply.Acknowledged)) {
        return reply;
      }
      open = true; // from its first command on the session has to be ended, whatever follows
    }
    return ACKNOWLEDGED;
  }
}
