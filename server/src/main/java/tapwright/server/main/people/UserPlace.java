package tapwright.server.main.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.account.RunAccounts;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.TypedRecord;
import tapwright.server.record.access.Role;
import tapwright.server.record.account.Account;

/** What all commands about accounts are told, and how they answer. */
class UserPlace {

  private static final int DONE = 0;
  private static final int NO = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec CommandSpec spec;

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      description = {
        "The record, as the server names it;",
        "else what TAPWRIGHT_DB says, else tapwright.db in the state folder."
      })
  private @Nullable String db;

  @Option(names = "--seller", defaultValue = "default", description = "Else ${DEFAULT-VALUE}.")
  private String seller = "default";

  @Option(names = "--json", description = "Answers as JSON.")
  boolean json;

  SellerId seller() {
    if (!SellerId.isOne(seller)) {
      throw wrong("--seller is " + seller + ", allowed are lower-case letters, digits and hyphens");
    }
    return new SellerId(seller);
  }

  Installation installation() {
    TypedRecord.check(spec, db);
    return Installation.open(Optional.ofNullable(db));
  }

  /** Where nothing is made for a record that is not there. */
  Installation existing() {
    TypedRecord.check(spec, db);
    return Installation.openExisting(Optional.ofNullable(db));
  }

  static RunAccounts accounts(Installation installation) {
    return new RunAccounts(
        installation.store(),
        PeopleMeans.of(installation, Runnable::run),
        installation.ids(),
        installation.clock());
  }

  /** The role of that name, which may be one that people cannot have. */
  Role role(String word) {
    for (Role role : Role.values()) {
      if (role.name().toLowerCase(Locale.ROOT).equals(word)) {
        return role;
      }
    }
    throw wrong("--role is " + word + ", allowed are " + RunAccounts.peoplesRoles());
  }

  ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Says what was done, or why not. */
  int answer(Answer<Account> answer, String done) {
    return switch (answer) {
      case Answer.Refused<Account> refused -> {
        spec.commandLine().getErr().println("tapwright: " + refused.refusal().message());
        yield NO;
      }
      case Answer.Done<Account> made -> {
        say(json ? json(shown(made.value())) : made.value().name() + " " + done);
        yield DONE;
      }
    };
  }

  void say(String line) {
    spec.commandLine().getOut().println(line);
  }

  /** An account without anything secret. */
  static Map<String, Object> shown(Account account) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("name", account.name());
    shown.put("seller", account.seller().value());
    shown.put("role", account.role().name().toLowerCase(Locale.ROOT));
    shown.put("codes", account.proof().sealedSecret().isPresent());
    shown.put("createdAt", account.createdAt().toString());
    account.disabledAt().ifPresent(at -> shown.put("disabledAt", at.toString()));
    return shown;
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of words is always JSON", e);
    }
  }
}
