package tapwright.server.main.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tapwright.core.policy.library.FormatSchema;
import tapwright.house.RefusalPage;
import tapwright.server.main.CommandRun;

/** The schemas for editors, held against real files by a validator that is not ours. */
class SchemaTest {

  private static Path core() {
    return RefusalPage.projectFolder().resolve("core/src");
  }

  static List<Path> packs() throws IOException {
    return yamlIn(core().resolve("main/resources/tapwright/policies"));
  }

  static List<Path> caseFiles() throws IOException {
    return yamlIn(core().resolve("test/resources/tapwright/policies/cases"));
  }

  private static List<Path> yamlIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(CaseFiles::isYaml).sorted().toList();
    }
  }

  /** As an editor has it: YAML 1.2 with its core types. */
  @SuppressWarnings("unchecked")
  private static JsonObject json(String yaml) {
    Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return new JsonObject((Map<String, Object>) Objects.requireNonNull(document));
  }

  private static OutputUnit validate(FormatSchema schema, String yaml) {
    JsonSchemaOptions options =
        new JsonSchemaOptions()
            .setDraft(Draft.DRAFT202012)
            .setBaseUri("https://tapwright.example.com");
    return Validator.create(JsonSchema.of(new JsonObject(schema.json())), options)
        .validate(json(yaml));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void shippedPack_fitsItsSchema(Path file) throws IOException {
    OutputUnit result = validate(FormatSchema.PACK, Files.readString(file));

    assertTrue(result.getValid(), () -> String.valueOf(result.getErrors()));
  }

  @ParameterizedTest
  @MethodSource("caseFiles")
  void caseFile_fitsItsSchema(Path file) throws IOException {
    OutputUnit result = validate(FormatSchema.CASE, Files.readString(file));

    assertTrue(result.getValid(), () -> String.valueOf(result.getErrors()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: | tilte:",
        "kind: right | kind: rigth",
        "claims: [refund] | claims: [refunds]",
        "line: card | lien: card",
        "lines: 1 | lines: one",
        "{outcome: full-refund} | {outcome: full}",
        "zone: UTC | zones: UTC",
        "source: {lines: 1, section: \"1\"} | source: {lines: 1}",
      })
  void packWithAMistake_doesNotFit(String right, String wrong) {
    String text = PolicyFolderTest.PACK;
    assertTrue(text.contains(right));

    assertTrue(validate(FormatSchema.PACK, text).getValid());
    assertFalse(validate(FormatSchema.PACK, text.replace(right, wrong)).getValid());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: refund | kind: money",
        "claim: {kind: refund, at: \"2026-03-10T09:00:00+03:00\"} | claim: {kind: refund}",
        "line: card | lien: card",
        "deny | no",
        "+03:00 | ''",
      })
  void caseWithAMistake_doesNotFit(String right, String wrong) {
    String text =
        """
        policy: z-shop
        cases:
          - name: a case
            claim: {kind: refund, at: "2026-03-10T09:00:00+03:00"}
            facts: {line: card}
            expect: {outcome: deny}
        """;
    assertTrue(text.contains(right));

    assertTrue(validate(FormatSchema.CASE, text).getValid());
    assertFalse(validate(FormatSchema.CASE, text.replace(right, wrong)).getValid());
  }

  @Test
  void command_printsTheSchema() {
    assertEquals(FormatSchema.PACK.json(), CommandRun.of("policy", "schema").out());
    assertEquals(FormatSchema.CASE.json(), CommandRun.of("policy", "schema", "case").out());
    assertEquals(2, CommandRun.of("policy", "schema", "packs").code());
    assertEquals(
        FormatSchema.PACK.json().getBytes(StandardCharsets.UTF_8).length,
        FormatSchema.PACK.json().length());
  }
}
