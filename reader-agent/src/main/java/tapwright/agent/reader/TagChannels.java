package tapwright.agent.reader;

import java.util.Optional;
import tapwright.agent.pcsc.TagConnection;

/**
 * Opens the best channel that a reader has to a tag, by trying instead of trusting names.
 *
 * <p>The trial is GET_VERSION, which the tag is asked anyway: where it passes, its answer is handed
 * out for the channel's first GET_VERSION, so that a reader that is known costs no exchange more. A
 * tag that refuses it proves the path as well; it is woken before it is spoken to again.
 */
public final class TagChannels {

  private final ReaderProfiles profiles;

  public TagChannels(ReaderProfiles profiles) {
    this.profiles = profiles;
  }

  /** The channel to a tag on the named reader; closing it leaves the connection open. */
  public TagChannel open(String readerName, TagConnection connection) {
    CountedLink link = new CountedLink(connection);
    boolean forGood = true;
    for (NativePath path : profiles.candidates(readerName)) {
      NativeSession session = new NativeSession(link, path);
      NativeReply reply = session.send(NativeChannel.GET_VERSION);
      if (!(reply instanceof NativeReply.NotPassed notPassed)) {
        profiles.found(readerName, path);
        return channel(link, session, reply);
      }
      session.close();
      link.noteProbed();
      forGood = forGood && notPassed.isForGood();
    }
    if (forGood) {
      profiles.foundNone(readerName);
    }
    return new BlockChannel(link);
  }

  private static TagChannel channel(CountedLink link, NativeSession session, NativeReply reply) {
    if (reply instanceof NativeReply.Answer version) {
      return new NativeChannel(link, session, Optional.of(version.data()));
    }
    link.noteProbed();
    return new NativeChannel(link, session, Optional.empty());
  }
}
