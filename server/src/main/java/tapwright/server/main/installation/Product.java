package tapwright.server.main.installation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Which version of the program this is. */
public final class Product {

  /** Written into the jar by Maven. */
  private static final String BUILD = "/META-INF/maven/tapwright/server/pom.properties";

  private Product() {}

  /** The version of the jar; one that was not packaged says so. */
  public static String version() {
    try (@Nullable InputStream build = Product.class.getResourceAsStream(BUILD)) {
      Properties properties = new Properties();
      if (build != null) {
        properties.load(build);
      }
      return properties.getProperty("version", "unpackaged");
    } catch (IOException e) {
      throw new ServerFault("cannot read which version this is; install again", e);
    }
  }
}
