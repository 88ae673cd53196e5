package tapwright.agent.main.console;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What is wrong with a file, as its user would say it. */
public final class FileProblem {

  private FileProblem() {}

  /** The file and what is wrong with it. */
  public static String of(Path file, IOException failure) {
    return file + ": it " + problem(file, failure);
  }

  private static String problem(Path file, IOException failure) {
    if (Files.isDirectory(file)) {
      return "is a directory";
    }
    return switch (failure) {
      case NoSuchFileException missing -> "does not exist, or its folder does not";
      case AccessDeniedException denied -> "may not be used by this user";
      case CharacterCodingException other -> "is not UTF-8";
      case FileSystemException system when system.getReason() != null ->
          "cannot be used (" + system.getReason() + ")";
      default -> "cannot be used (" + failure.getMessage() + ")";
    };
  }
}
