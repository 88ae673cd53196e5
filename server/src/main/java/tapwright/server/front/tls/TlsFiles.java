package tapwright.server.front.tls;

import java.nio.file.Path;

/**
 * Where certificate and key lie, both as PEM.
 *
 * @param certificate the server's own first, then those that it hangs on
 */
public record TlsFiles(Path certificate, Path key) {}
