package tapwright.server.notify.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.notice.MailLanguage;
import tapwright.core.notice.MailText;
import tapwright.server.app.mail.MailPost;

class MailFolderTest {

  private static final MailText TEXT =
      new MailText(
          MailLanguage.HINDI,
          "ऑर्डर A-1 के बारे में आपका अनुरोध हमें मिल गया है",
          "नमस्ते\n",
          "<p>नमस्ते</p>\n");

  @TempDir private Path folder;

  private MailPost.Posted posted(String to) {
    return new MailFolder(
            folder.resolve("mail"),
            "shop@example.com",
            () -> Instant.parse("2026-03-02T08:00:00Z"),
            Runnable::run)
        .post(new MailPost.Letter("MAIL1", to, TEXT))
        .join();
  }

  @Test
  void mail_isAWholeFile_thatItsOwnerAloneMayRead() throws IOException {
    assertInstanceOf(MailPost.Posted.Sent.class, posted("sample@example.com"));

    Path file = folder.resolve("mail/MAIL1.eml");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void mail_readsAsItWasWritten() throws IOException {
    posted("sample@example.com");
    String file = Files.readString(folder.resolve("mail/MAIL1.eml"));

    for (String header :
        List.of(
            "From: <shop@example.com>",
            "To: <sample@example.com>",
            "Date: Mon, 2 Mar 2026 08:00:00 GMT",
            "Message-ID: <MAIL1@example.com>",
            "Content-Language: hi",
            "Auto-Submitted: auto-generated")) {
      assertTrue(file.contains(header + "\r\n"), file);
    }
    assertEquals(TEXT.subject(), subject(file));
    assertEquals(List.of("नमस्ते\r\n", "<p>नमस्ते</p>\r\n"), parts(file));
    assertTrue(file.lines().allMatch(line -> line.length() <= 78), file);
  }

  private static String subject(String file) {
    return Pattern.compile("=\\?utf-8\\?B\\?([^?]*)\\?=")
        .matcher(file)
        .results()
        .map(word -> decoded(word.group(1)))
        .collect(Collectors.joining());
  }

  private static List<String> parts(String file) {
    Matcher part =
        Pattern.compile("Transfer-Encoding: base64\r\n\r\n(.*?)\r\n--", Pattern.DOTALL)
            .matcher(file);
    return part.results().map(one -> decoded(one.group(1))).toList();
  }

  private static String decoded(String base64) {
    return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  @Test
  void addressThatWouldEndTheHeader_isNotSentTo() {
    for (String to : List.of("a@example.com\r\nBcc: b@example.com", "a@b, c@d", "<a@b>", "a")) {
      assertInstanceOf(MailPost.Posted.Refused.class, posted(to), to);
    }
    assertTrue(Files.notExists(folder.resolve("mail/MAIL1.eml")));
  }

  @Test
  void folderThatCannotBeMade_isToldAsNotSent() throws IOException {
    Files.writeString(folder.resolve("mail"), "a file where the folder should be");

    assertInstanceOf(MailPost.Posted.NotSent.class, posted("sample@example.com"));
  }
}
