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
    KnownReader reader = profiles.of(readerName);
    CountedLink link = new CountedLink(connection);
    boolean forGood = true;
    for (NativePath path : reader.candidates()) {
      NativeSession session = new NativeSession(link, path);
      NativeReply reply = session.send(NativeChannel.GET_VERSION);
      if (!(reply instanceof NativeReply.NotPassed notPassed)) {
        reader.found(path);
        return channel(link, session, reply, reader);
      }
      session.close();
      link.noteProbed();
      forGood = forGood && notPassed.isForGood();
    }
    if (forGood) {
      reader.foundNone();
    }
    return new BlockChannel(link, reader);
  }

  private static TagChannel channel(
      CountedLink link, NativeSession session, NativeReply reply, KnownReader reader) {
    if (reply instanceof NativeReply.Answer version) {
      return new NativeChannel(link, session, Optional.of(version.data()), reader);
    }
    link.noteProbed();
    return new NativeChannel(link, session, Optional.empty(), reader);
  }
}
