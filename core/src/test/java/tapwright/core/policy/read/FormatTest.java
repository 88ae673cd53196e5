package tapwright.core.policy.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.policy.library.FormatSchema;

/** The format in the code, in the guide and in the schemas for editors is one and the same. */
class FormatTest {

  @Test
  void guide_explainsEveryKey_andNoOther() {
    Map<String, List<String>> meant = new LinkedHashMap<>(FormatPage.PACK_KEYS);
    meant.putAll(FormatPage.CASE_KEYS);
    Map<String, List<String>> written = new LinkedHashMap<>();
    FormatPage.read().forEach((heading, rows) -> written.put(heading, List.copyOf(rows.keySet())));

    assertEquals(meant, written);
  }

  /**
   * Where it fails, the schema that the code makes now lies under target to be put in its place.
   */
  @ParameterizedTest
  @EnumSource
  void schema_isWhatTheCodeMakes(FormatSchema schema) throws IOException {
    String made =
        switch (schema) {
          case PACK -> FormatSchemas.pack();
          case CASE -> FormatSchemas.cases();
        };
    Files.writeString(Path.of("target", schema.fileName()), made);

    assertEquals(made, schema.json());
  }

  @Test
  void overlayKeys_areThoseOfPacksAndOneMore() {
    List<String> others = new ArrayList<>(PackKeys.OVERLAY_FILE);
    others.removeAll(PackKeys.PACK);

    assertEquals(List.of("overlay"), others);
  }
}
