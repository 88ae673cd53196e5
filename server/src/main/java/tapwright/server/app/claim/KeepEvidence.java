package tapwright.server.app.claim;

import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.claim.ClaimEvent;
import tapwright.core.claim.ClaimState;
import tapwright.core.policy.fact.Evidence;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.claim.EvidenceFile;
import tapwright.server.record.claim.SealedText;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.key.HolderKey;
import tapwright.server.record.order.IdempotencyKey;

/**
 * Keeps files that come with claims, and gives them out again.
 *
 * <p>They lie in the record, under the key of whom the card speaks for; what their senders call
 * them is data and names no place.
 */
public final class KeepEvidence {

  private final Ledger ledger;
  private final ClaimMeans means;
  private final Redecide redecide;
  private final InstantSource clock;

  public KeepEvidence(Ledger ledger, ClaimMeans means, InstantSource clock) {
    this.ledger = ledger;
    this.means = means;
    this.redecide = new Redecide(new TakeDecision(means.packs()), new OpenTasks(means.terms()));
    this.clock = clock;
  }

  /**
   * A file as it is sent.
   *
   * @param name what its sender calls it
   * @param base64 its bytes (RFC 4648 section 4)
   */
  public record SentFile(Evidence kind, String name, String base64) {
    @Override
    public String toString() {
      return "SentFile[" + kind + "]";
    }
  }

  /** A file with its bytes. */
  public record OpenedFile(EvidenceView view, Bytes content) {}

  /** Keeps the file and decides again; the same key with the same body keeps it once. */
  public CompletableFuture<Answer<EvidenceView>> add(
      Caller caller, IdempotencyKey key, String claimId, SentFile sent) {
    return switch (decoded(sent.base64())) {
      case Answer.Refused<Bytes> refused ->
          CompletableFuture.completedFuture(Answer.refused(refused.refusal()));
      case Answer.Done<Bytes> content ->
          ledger.write(
              caller.seller(),
              records ->
                  KnownClaim.with(
                      records,
                      caller.seller(),
                      claimId,
                      known ->
                          Once.of(
                              records,
                              new Once.Key(caller.seller(), key, clock.instant()),
                              made -> view(records, known.claim(), made),
                              () -> add(records, known, caller, new Sent(sent, content.value())))));
    };
  }

  private record Sent(SentFile file, Bytes content) {}

  private Answer<Bytes> decoded(String base64) {
    try {
      Bytes content = Bytes.copyOf(Base64.getDecoder().decode(base64));
      return wrong(content)
          .<Answer<Bytes>>map(Answer::refused)
          .orElseGet(() -> Answer.done(content));
    } catch (IllegalArgumentException e) {
      return Answer.refused(ClaimWorkRefusal.EVIDENCE_CODING.with());
    }
  }

  private Optional<Refusal> wrong(Bytes content) {
    int allowed = means.terms().evidenceBytes();
    if (content.size() == 0 || content.size() > allowed) {
      return Optional.of(
          ClaimWorkRefusal.EVIDENCE_SIZE.with("seen", content.size(), "allowed", allowed));
    }
    return MediaTypes.of(content).isPresent()
        ? Optional.empty()
        : Optional.of(ClaimWorkRefusal.EVIDENCE_TYPE.with("seen", MediaTypes.start(content)));
  }

  private Answer<String> add(Records records, KnownClaim known, Caller caller, Sent sent) {
    Deed deed = Deed.of(caller, "", clock.instant());
    return switch (known.after(ClaimEvent.Step.ANSWERED)) {
      case Answer.Refused<ClaimState> refused -> Answer.refused(refused.refusal());
      case Answer.Done<ClaimState> _ ->
          ClaimKeys.find(records, caller.seller(), known.claim().card())
              .map(key -> Answer.done(keep(records, known, deed, new Kept(sent, key))))
              .orElseGet(() -> Answer.refused(ClaimKeys.gone(known.claim().card())));
    };
  }

  private record Kept(Sent sent, HolderKey key) {}

  private String keep(Records records, KnownClaim known, Deed deed, Kept kept) {
    StoredClaim claim = known.claim();
    EvidenceFile file = file(claim, deed, kept);
    SealedText content =
        means.seal().seal(kept.sent().content(), kept.key(), claim.seller(), contentOf(file.id()));
    records.evidenceFiles().add(claim, file, content);
    ClaimTrail.add(
        records,
        claim,
        deed,
        new ClaimTrail.Happening(
            "evidence-added",
            Map.of(
                "evidence", file.id(),
                "kind", file.kind().word(),
                "mediaType", file.content().mediaType(),
                "sizeBytes", file.content().sizeBytes(),
                "sha256", file.content().sha256().toHex(),
                // What lies on record can be compared with this by who has no key to it.
                "sealedSha256", content.sealed().sha256().toHex())));
    redecide.again(records, known, deed);
    return file.id();
  }

  private EvidenceFile file(StoredClaim claim, Deed deed, Kept kept) {
    String id = means.ids().next();
    Bytes content = kept.sent().content();
    Bytes name = Bytes.ofUtf8(kept.sent().file().name());
    return new EvidenceFile(
        id,
        kept.sent().file().kind(),
        new EvidenceFile.Content(
            MediaTypes.of(content).orElseThrow(), content.size(), content.sha256()),
        Optional.of(means.seal().seal(name, kept.key(), claim.seller(), nameOf(id))),
        deed.by().actor(),
        deed.recordedAt());
  }

  /** The file with its bytes, checked against the hash that they came with. */
  public CompletableFuture<Answer<OpenedFile>> open(
      Caller caller, String claimId, String evidenceId) {
    return ledger.read(
        caller.seller(),
        records ->
            KnownClaim.with(
                records,
                caller.seller(),
                claimId,
                known -> open(records, known.claim(), evidenceId)));
  }

  private Answer<OpenedFile> open(Records records, StoredClaim claim, String evidenceId) {
    List<EvidenceFile> files = records.evidenceFiles().of(claim);
    Optional<EvidenceFile> file =
        files.stream().filter(one -> one.id().equals(evidenceId)).findFirst();
    if (file.isEmpty()) {
      return Answer.refused(
          ClaimWorkRefusal.EVIDENCE_UNKNOWN.with("evidence", Shown.of(evidenceId)));
    }
    return records
        .evidenceFiles()
        .content(claim, evidenceId)
        .map(content -> means.seal().open(content, claim.seller(), contentOf(evidenceId)))
        .map(content -> Answer.done(opened(records, claim, file.get(), content)))
        .orElseGet(() -> Answer.refused(ClaimKeys.gone(claim.card())));
  }

  private OpenedFile opened(Records records, StoredClaim claim, EvidenceFile file, Bytes content) {
    if (!content.sha256().equals(file.content().sha256())) {
      throw new IllegalStateException("evidence " + file.id() + " is not what came");
    }
    return new OpenedFile(view(records, claim, file.id()), content);
  }

  private EvidenceView view(Records records, StoredClaim claim, String evidenceId) {
    EvidenceFile file =
        records.evidenceFiles().of(claim).stream()
            .filter(one -> one.id().equals(evidenceId))
            .findFirst()
            .orElseThrow();
    return new EvidenceView(
        file,
        file.name()
            .map(name -> means.seal().open(name, claim.seller(), nameOf(evidenceId)).toUtf8()));
  }

  /** What a file's name is bound to. */
  static String nameOf(EvidenceFile file) {
    return nameOf(file.id());
  }

  private static String nameOf(String evidenceId) {
    return "evidence-name/" + evidenceId;
  }

  private static String contentOf(String evidenceId) {
    return "evidence/" + evidenceId;
  }
}
