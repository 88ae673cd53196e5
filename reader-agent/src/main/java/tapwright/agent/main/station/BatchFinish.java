package tapwright.agent.main.station;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tapwright.agent.encode.Finish;
import tapwright.agent.main.card.CardPassword;
import tapwright.agent.main.card.CardWriteCommand;
import tapwright.agent.main.console.Console;
import tapwright.core.Checked;

/** The options that say what is done with every card of a batch once it was read back. */
final class BatchFinish {

  @Mixin private CardPassword password;

  @Option(
      names = "--lock",
      description = "Make every card read-only, for ever, once it was read back equal.")
  private boolean lock;

  /** What is done with each card, or why the password's file holds none. */
  Checked<Finish> read(Console console) {
    return password.read(console).map(secret -> CardWriteCommand.finish(lock, secret));
  }

  /** Said once before the first card: what no command can undo afterwards. */
  static void announce(Finish finish, Console console, int cards) {
    if (finish.lock()) {
      console.note(
          "--lock: each of the "
              + cards
              + " cards is made read-only for ever once it was read back equal: its content, lock"
              + " pages and capability container can never be changed again, by nobody");
    }
    if (finish.password().isPresent()) {
      console.note(
          "--password-file: changing one of the "
              + cards
              + " cards takes the password of this file from then on; keep the file");
    }
  }
}
