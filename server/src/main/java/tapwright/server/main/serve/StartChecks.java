package tapwright.server.main.serve;

import java.util.ArrayList;
import java.util.List;
import tapwright.core.policy.library.Packs;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.main.policy.PolicyFolder;
import tapwright.server.main.settings.Settings;

/** Everything that a start needs, looked at in the order in which it is needed. */
final class StartChecks {

  private StartChecks() {}

  static List<Finding> of(Settings settings) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok("settings", settings.givenCount() + " given, each is known and allowed"));
    findings.addAll(packs(settings));
    findings.addAll(RecordChecks.of(settings));
    findings.addAll(FrontChecks.of(settings));
    findings.addAll(MailChecks.of(settings));
    return findings;
  }

  private static List<Finding> packs(Settings settings) {
    try {
      Packs.Addition read = PolicyFolder.of(settings).packs();
      List<Finding> findings = new ArrayList<>();
      read.refusals().forEach(why -> findings.add(Finding.no("packs", why)));
      new Retention(settings)
          .refusals(read.packs())
          .forEach(why -> findings.add(Finding.no("retention", why)));
      return findings.isEmpty() ? List.of(Finding.ok("packs", "all are taken")) : findings;
    } catch (ServerFault e) {
      return List.of(Finding.failed("packs", String.valueOf(e.getMessage())));
    }
  }
}
