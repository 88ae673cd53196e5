package tapwright.server.main.holder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.holder.ForgetHolder;
import tapwright.server.app.holder.ForgetHolder.Whom;
import tapwright.server.main.db.RecordOption;
import tapwright.server.main.installation.ForgottenFile;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.main.installation.StateFolder;
import tapwright.server.record.card.Card;
import tapwright.server.security.ContactVault;

/** A person that a command is about. */
final class NamedHolder {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private RecordOption record;

  @Option(names = "--seller", defaultValue = "default", description = "Else ${DEFAULT-VALUE}.")
  private String seller = FirstSeller.ID.value();

  @ArgGroup(multiplicity = "1")
  private KnownBy knownBy = new KnownBy();

  /** One of the two. */
  static final class KnownBy {

    @Option(names = "--card", paramLabel = "ID", description = "A card that speaks for the person.")
    private @Nullable String card;

    @Option(
        names = "--email-file",
        paramLabel = "FILE",
        description =
            "A file with the person's e-mail address: all users of a machine see command lines.")
    private @Nullable Path emailFile;
  }

  /** Works on the record with the keys of this installation. */
  <T> T with(BiFunction<ForgetHolder, Named, T> work) {
    Named named = new Named(seller(), whom());
    Path folder = StateFolder.ofThisProcess();
    try (Installation installation = Installation.open(folder, record.url())) {
      ContactVault vault = new ContactVault(installation.keys(), installation.random());
      T done =
          work.apply(new ForgetHolder(installation.store(), vault, installation.clock()), named);
      ForgottenFile.in(folder).catchUp(installation.store());
      return done;
    }
  }

  /** Who is meant, among whose people. */
  record Named(SellerId seller, Whom whom) {}

  private SellerId seller() {
    if (!SellerId.isOne(seller)) {
      throw usage("--seller is " + seller + ", allowed are lower-case letters, digits and hyphens");
    }
    return new SellerId(seller);
  }

  private Whom whom() {
    if (knownBy.card != null) {
      return new Whom.OfCard(card(knownBy.card));
    }
    if (knownBy.emailFile != null) {
      return new Whom.WithEmail(text(knownBy.emailFile));
    }
    throw usage("name the person by --card or --email-file");
  }

  private CardId card(String id) {
    return CardId.parse(id)
        .orElseThrow(() -> usage("--card is " + id + ", allowed is the id of a card"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new ServerFault("cannot read " + file + ", which --email-file names", e);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** The cards of a person, a line each. */
  static List<String> lines(List<Card> cards) {
    return cards.stream().map(card -> card.id() + "  " + card.slug() + "  " + state(card)).toList();
  }

  static Map<String, Object> values(ForgetHolder.Found found) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("holder", found.holder());
    map.put("cards", found.cards().stream().map(card -> card.id().toString()).toList());
    return map;
  }

  private static String state(Card card) {
    return card.status().state().name().toLowerCase(Locale.ROOT);
  }
}
