package tapwright.agent.main.bench.pcscd;

import java.util.List;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.reader.TagEncodingReader;
import tapwright.core.Bytes;

/** This program, as {@code card write} does it. */
final class OwnWriter implements CardWriter {

  private final TagEncodingReader reader;

  OwnWriter(TagEncodingReader reader) {
    this.reader = reader;
  }

  @Override
  public String label() {
    return "Tapwright";
  }

  @Override
  public boolean write(Bytes message) {
    try (TagPresentation tag = reader.awaitTag(VirtualReader.SEEN).orElseThrow()) {
      return switch (tag.encode(new EncodeRequest(List.of(message), Counting.NONE))) {
        case EncodeOutcome.Verified verified -> true;
        case EncodeOutcome.Refused refused -> false;
      };
    }
  }
}
