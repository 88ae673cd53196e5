package tapwright.server.app.account;

import java.util.function.Function;
import java.util.function.Supplier;
import tapwright.core.Bytes;

/**
 * What browsers are given to keep.
 *
 * @param draw a new secret that nobody can guess
 * @param hash what is kept of one
 */
public record SessionSecrets(Supplier<String> draw, Function<String, Bytes> hash) {}
