package tapwright.server.app.provider;

import tapwright.server.app.account.SessionSecrets;
import tapwright.server.record.provider.ProviderSeal;

/** What sign-ins at identity providers are made with. */
public record ProviderMeans(
    ProviderWire wire, ProviderSeal seal, SessionSecrets secrets, SellerHosts hosts) {}
