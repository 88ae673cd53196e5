package tapwright.agent.station.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.Finished;
import tapwright.agent.station.StationRefusal;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.JobSecrets;
import tapwright.core.wire.StationEvent;

/**
 * What a job asks to be done with its card once that was read back; no text here shows a secret.
 */
final class JobFinish {

  private static final String PASSWORD_DIGITS = "[0-9A-Fa-f]{8}";
  private static final String PACK_DIGITS = "[0-9A-Fa-f]{4}";
  private static final String KEY_DIGITS = "[0-9A-Fa-f]{32}";

  private JobFinish() {}

  static Checked<Finish> of(EncodeJob job) {
    JobSecrets secrets = job.secrets();
    boolean lock = Boolean.TRUE.equals(job.lock());
    if (secrets == null) {
      return Checked.passed(new Finish(lock, Optional.empty(), Optional.empty()));
    }
    return password(secrets.password(), secrets.pack())
        .then(
            password ->
                keys(secrets.keys())
                    .map(
                        keys -> new Finish(lock, password.map(PasswordSetting::forWriting), keys)));
  }

  /** What was done to a card beside its message, for the server; absent for nothing. */
  static @Nullable List<StationEvent.Finished> told(Finished finished) {
    List<StationEvent.Finished> told = new ArrayList<>();
    if (finished.locked()) {
      told.add(StationEvent.Finished.LOCKED);
    }
    if (finished.protectedByPassword()) {
      told.add(StationEvent.Finished.PASSWORD);
    }
    if (finished.keysChanged()) {
      told.add(StationEvent.Finished.KEYS);
    }
    return told.isEmpty() ? null : told;
  }

  private static Checked<Optional<TagPassword>> password(
      @Nullable String password, @Nullable String pack) {
    if (password == null && pack == null) {
      return Checked.passed(Optional.empty());
    }
    return bytes("password", password, PASSWORD_DIGITS)
        .then(
            pwd ->
                bytes("pack", pack, PACK_DIGITS)
                    .map(answer -> Optional.of(new TagPassword(pwd, answer))));
  }

  private static Checked<Optional<DnaKeys>> keys(@Nullable List<String> digits) {
    if (digits == null) {
      return Checked.passed(Optional.empty());
    }
    if (digits.size() != DnaKeys.COUNT) {
      return Checked.refused(
          StationRefusal.JOB_SECRET.with(
              "field", "keys", "seen", digits.size() + " keys", "allowed", DnaKeys.COUNT));
    }
    Checked<List<AesKey>> keys = Checked.passed(List.of());
    for (String key : digits) {
      keys = keys.then(before -> bytes("keys", key, KEY_DIGITS).map(one -> with(before, one)));
    }
    return keys.map(all -> Optional.of(new DnaKeys(all)));
  }

  private static List<AesKey> with(List<AesKey> before, Bytes one) {
    List<AesKey> keys = new ArrayList<>(before);
    keys.add(new AesKey(one));
    return keys;
  }

  private static Checked<Bytes> bytes(String field, @Nullable String digits, String form) {
    return digits != null && digits.matches(form)
        ? Checked.passed(Bytes.ofHex(digits))
        : Checked.refused(
            StationRefusal.JOB_SECRET.with(
                "field", field,
                "seen", digits == null ? "missing" : "of " + digits.length() + " characters",
                "allowed", form));
  }
}
