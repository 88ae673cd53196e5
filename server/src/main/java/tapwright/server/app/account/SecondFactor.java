package tapwright.server.app.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tapwright.core.Bytes;
import tapwright.server.record.Records;
import tapwright.server.record.account.Account;
import tapwright.server.record.account.AccountSeal;
import tapwright.server.record.account.CodeCheck;

/** The codes that an account may ask for beside the password. */
final class SecondFactor {

  /** As many as people keep on one slip of paper. */
  static final int RECOVERY_CODES = 10;

  private final CodeCheck codes;
  private final AccountSeal seal;

  SecondFactor(AccountMeans means) {
    this.codes = means.codes();
    this.seal = means.seal();
  }

  /** The account as it is after the code was used up; empty where the code opens nothing. */
  Optional<Account> passed(Records records, Account account, String code, Instant now) {
    if (account.proof().sealedSecret().isEmpty()) {
      return Optional.of(account);
    }
    Bytes secret =
        seal.openCodes(account.proof().sealedSecret().get(), account.seller(), account.id());
    OptionalLong step = codes.step(secret, code, now, account.proof().usedStep());
    if (step.isPresent()) {
      return Optional.of(
          account.with(
              account.proof().withSecret(account.proof().sealedSecret(), step.getAsLong())));
    }
    return records.accounts().useRecoveryCode(account, seal.recoveryHash(code, account.id()))
        ? Optional.of(account)
        : Optional.empty();
  }

  /** Draws codes for the day when the phone is lost; those that were drawn before end. */
  List<String> drawRecoveryCodes() {
    return Stream.generate(codes::drawRecoveryCode).limit(RECOVERY_CODES).toList();
  }

  void keep(Records records, Account account, List<String> recoveryCodes) {
    records
        .accounts()
        .setRecoveryCodes(
            account,
            recoveryCodes.stream().map(code -> seal.recoveryHash(code, account.id())).toList());
  }
}
