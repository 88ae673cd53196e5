package tapwright.server.app.account;

import tapwright.server.record.account.AccountSeal;
import tapwright.server.record.account.CodeCheck;
import tapwright.server.record.account.PasswordSeal;

/** What accounts are kept and people are known by. */
public record AccountMeans(
    PasswordSeal passwords, CodeCheck codes, AccountSeal seal, SessionSecrets secrets) {}
