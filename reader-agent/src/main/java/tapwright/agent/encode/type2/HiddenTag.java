package tapwright.agent.encode.type2;

import java.util.Optional;
import tapwright.agent.encode.RunningRecord;
import tapwright.agent.encode.TagAcquaintance;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.TagChannel;
import tapwright.agent.tag.Identification;
import tapwright.agent.tag.Type2Tag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.Uid;

/** A tag that hides its first pages too, so that nothing is known of it before its password. */
final class HiddenTag {

  private final TagChannel channel;
  private final Type2Tag tag;
  private final Uid uid;
  private final String model;

  HiddenTag(TagChannel channel, Uid uid, String model) {
    this.channel = channel;
    this.tag = new Type2Tag(channel);
    this.uid = uid;
    this.model = model;
  }

  String model() {
    return model;
  }

  /** The tag as who has its password sees it. */
  Checked<TagSession> opened(TagPassword password, TagAcquaintance known, RunningRecord record) {
    return new PasswordTrial(model, Optional.empty(), this::authenticate, record)
        .tried(password, known)
        .then(pack -> seen(password));
  }

  private Optional<Bytes> authenticate(TagPassword password) {
    try {
      return Optional.of(tag.authenticate(password));
    } catch (ReaderFault.TagNak wrong) {
      return Optional.empty();
    }
  }

  private Checked<TagSession> seen(TagPassword password) {
    Identification now = tag.identify();
    if (!now.uid().equals(uid)) {
      throw new ReaderFault.TagGone("its password was given; another is in its place", null);
    }
    return now.tag().map(known -> TagSession.openedBy(password, channel, uid, known));
  }
}
