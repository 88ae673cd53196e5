package tapwright.server.main.db;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tapwright.server.app.holder.ForgetHolder;
import tapwright.server.main.installation.ForgottenFile;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.key.Forgotten;
import tapwright.server.security.ContactVault;

/** Forgets in a restored record who was forgotten after its backup was made. */
final class ForgottenAgain {

  private ForgottenAgain() {}

  /** Everybody in the list of the state folder and in those that were named. */
  static List<Forgotten> listed(Path folder, List<Path> files) {
    List<Forgotten> all = new ArrayList<>(ForgottenFile.in(folder).all());
    files.forEach(file -> all.addAll(ForgottenFile.of(file).all()));
    return all.stream().distinct().toList();
  }

  /** How many of them were on record still. */
  static int forget(Installation installation, List<Forgotten> all) {
    ContactVault vault = new ContactVault(installation.keys(), installation.random());
    return new ForgetHolder(installation.store(), vault, installation.clock())
        .forgetAgain(all)
        .join();
  }
}
