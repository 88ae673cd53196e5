package tapwright.agent.main.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.main.console.FileProblem;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.ndef.NdefRecord;
import tapwright.core.ndef.SignedPlace;
import tapwright.core.ndef.VCardFile;
import tapwright.core.tag.MirrorContent;

/** The options that say what a card holds: a link, a contact or both, the link first. */
final class CardContent {

  /** The parameter of the link behind which the chip puts its UID and counter. */
  private static final String MIRROR_PARAMETER = "m";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--url", paramLabel = "URL", description = "The card's link.")
  private @Nullable String url;

  @Option(
      names = "--vcard",
      paramLabel = "FILE",
      description = "The card's contact, a vCard in UTF-8; its bytes are taken as they are.")
  private @Nullable Path vcard;

  @Option(
      names = "--mirror",
      paramLabel = "uid,counter",
      converter = MirrorConverter.class,
      description = "Have the chip put its UID and read counter behind the link.")
  private @Nullable MirrorContent mirror;

  @Option(
      names = "--sun",
      description =
          "Have an NTAG 424 DNA sign its link at each read; a new card needs --keys-file beside.")
  private boolean sun;

  /** Whether any of the options is there. */
  boolean isGiven() {
    return url != null || vcard != null || mirror != null || sun;
  }

  /** What is asked for, or why it cannot be on any card. */
  Checked<EncodeRequest> request() {
    String link = url;
    Path contact = vcard;
    if (link == null && contact == null) {
      throw usage("--url or --vcard is needed");
    }
    if (link == null && (mirror != null || sun)) {
      throw usage((sun ? "--sun" : "--mirror") + " needs --url");
    }
    if (sun && mirror != null) {
      throw usage("--sun and --mirror exclude each other");
    }
    Checked<List<NdefRecord>> records = Checked.passed(List.of());
    if (link != null) {
      records = Checked.passed(List.of(record(wellFormed(link))));
    }
    if (contact != null) {
      records = records.then(before -> VCardFile.of(bytes(contact)).map(it -> plus(before, it)));
    }
    return records.map(
        all -> new EncodeRequest(List.of(new NdefMessage(all).encode()), counting()));
  }

  private Link wellFormed(String text) {
    return switch (Link.of("--url", text)) {
      case Checked.Passed<Link>(Link link) -> link;
      case Checked.Refused<Link>(Refusal refusal) -> throw usage(refusal.message());
    };
  }

  private Counting counting() {
    if (sun) {
      return Counting.SUN;
    }
    return mirror == null ? Counting.NONE : Counting.MIRROR;
  }

  private NdefRecord record(Link link) {
    if (sun) {
      return SignedPlace.ENCIPHERED.into(link).record();
    }
    Link shown =
        mirror != null
            ? link.withParameter(MIRROR_PARAMETER, EncodeRequest.MIRROR_PLACEHOLDER)
            : link;
    return shown.record();
  }

  private static List<NdefRecord> plus(List<NdefRecord> before, VCardFile contact) {
    List<NdefRecord> records = new ArrayList<>(before);
    records.add(contact.record());
    return records;
  }

  private Bytes bytes(Path file) {
    try {
      return Bytes.copyOf(Files.readAllBytes(file));
    } catch (IOException e) {
      throw usage("cannot read --vcard " + FileProblem.of(file, e));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  static final class MirrorConverter implements ITypeConverter<MirrorContent> {
    @Override
    public MirrorContent convert(String value) {
      if (!value.equals("uid,counter")) {
        throw new TypeConversionException("is \"" + value + "\", allowed is uid,counter");
      }
      return MirrorContent.UID_AND_COUNTER;
    }
  }
}
