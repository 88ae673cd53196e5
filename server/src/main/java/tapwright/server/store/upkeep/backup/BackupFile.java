package tapwright.server.store.upkeep.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A backup as a file: a zip of the note and of the record as its engine writes it.
 *
 * <pre>
 * note.json   {@link BackupNote}
 * record      an SQLite file, or what pg_dump writes in its custom format
 * spool       hits that waited beside the record, where there were any
 * </pre>
 *
 * <p>One file, so that note and record are never parted; a zip, so that any machine can open it.
 */
final class BackupFile {

  private static final String NOTE = "note.json";
  private static final String RECORD = "record";
  private static final String SPOOL = "spool";

  private BackupFile() {}

  /** What goes into a backup beside its note. */
  record Parts(Path record, Path spool) {

    static Parts in(Path folder) {
      return new Parts(folder.resolve(RECORD), folder.resolve(SPOOL));
    }
  }

  /** Writes the backup under its name at once or not at all, and synced to disk. */
  static void write(Path file, BackupNote note, Parts parts) throws IOException {
    // A temporary file is its owner's alone, where the platform knows owners.
    Path folder = parts.record().toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, "backup", ".part");
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(level(note));
      zip.putNextEntry(new ZipEntry(NOTE));
      zip.write(note.toJson());
      zip.putNextEntry(new ZipEntry(RECORD));
      Files.copy(parts.record(), zip);
      if (note.waiting() > 0) {
        zip.putNextEntry(new ZipEntry(SPOOL));
        Files.copy(parts.spool(), zip);
      }
      zip.finish();
      zip.flush();
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(file);
  }

  /** What pg_dump writes is compressed already. */
  private static int level(BackupNote note) {
    return switch (note.engine()) {
      case SQLITE -> Deflater.BEST_SPEED;
      case POSTGRESQL -> Deflater.NO_COMPRESSION;
    };
  }

  /**
   * Makes the new name as durable as the file; a platform that cannot sync folders does without.
   */
  static void syncFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folder as a file, and keeps names durable by itself.
      return;
    }
  }

  /** What the backup says of itself; empty where the file is none. */
  static Optional<BackupNote> note(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(NOTE);
      if (entry == null || zip.getEntry(RECORD) == null) {
        return Optional.empty();
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return BackupNote.read(in.readAllBytes());
      }
    } catch (ZipException e) {
      return Optional.empty();
    }
  }

  /** Writes the record out of the backup; false where it is not the one that the note speaks of. */
  static boolean extract(Path file, BackupNote note, Path to) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        DigestInputStream in = digesting(zip.getInputStream(zip.getEntry(RECORD)))) {
      Files.copy(in, to);
      return digest(in).equals(note.sha256());
    } catch (ZipException | EOFException e) {
      return false;
    }
  }

  /** Writes the hits out that waited beside the record. */
  static void extractSpool(Path file, Path to) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(SPOOL))) {
      Files.copy(in, to);
    }
  }

  /** Whether the record in the file is whole, and the hits beside it are. */
  static boolean isWhole(Path file, BackupNote note) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        DigestInputStream in = digesting(zip.getInputStream(zip.getEntry(RECORD)))) {
      in.transferTo(OutputStream.nullOutputStream());
      return digest(in).equals(note.sha256()) && hasSpool(zip, note);
    } catch (ZipException | EOFException e) {
      return false;
    }
  }

  /** The zip has a checksum of each part; Java looks at it only where a zip is read as a stream. */
  private static boolean hasSpool(ZipFile zip, BackupNote note) throws IOException {
    ZipEntry spool = zip.getEntry(SPOOL);
    if (spool == null) {
      return note.waiting() == 0;
    }
    try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(spool), new CRC32())) {
      in.transferTo(OutputStream.nullOutputStream());
      return in.getChecksum().getValue() == spool.getCrc();
    }
  }

  static String sha256(Path record) {
    try (DigestInputStream in = digesting(Files.newInputStream(record))) {
      in.transferTo(OutputStream.nullOutputStream());
      return digest(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DigestInputStream digesting(InputStream in) {
    try {
      return new DigestInputStream(
          new BufferedInputStream(in), MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String digest(DigestInputStream in) {
    return HexFormat.of().formatHex(in.getMessageDigest().digest());
  }
}
