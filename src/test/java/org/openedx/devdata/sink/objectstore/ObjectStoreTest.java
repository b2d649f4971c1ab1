package org.openedx.devdata.sink.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.sink.file.GrowingFile;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.TestObjectStore;

class ObjectStoreTest {

  private static final int PIECE = 3 << 20;

  private final TestObjectStore remote = TestObjectStore.start();

  @AfterEach
  void stop() {
    remote.close();
  }

  /** Always the same bytes for the same number. */
  private static OutputBytes piece(int number) {
    OutputBytes bytes = new OutputBytes(PIECE);
    for (int i = 0; i < PIECE; i++) {
      bytes.put((byte) (i * 31 + i / 1021 + number));
    }
    return bytes;
  }

  private static byte[] pieces(int count) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      piece(i).writeTo(all);
    }
    return all.toByteArray();
  }

  /** Appends pieces; counts into {@code arrived} the bytes that have. */
  private static void append(GrowingFile file, int from, int to, AtomicLong arrived)
      throws Exception {
    for (int i = from; i < to; i++) {
      long end = (i + 1L) * PIECE;
      file.append(piece(i), () -> arrived.accumulateAndGet(end, Math::max));
    }
  }

  /** Uploads pieces and lets go of the file, as a run that is killed would; what has arrived. */
  private long broken(int count) throws Exception {
    AtomicLong arrived = new AtomicLong();
    try (ObjectStore store = remote.open("data/", "run")) {
      GrowingFile file = store.open("a.csv", 0);
      append(file, 0, count, arrived);
      file.close();
    }
    return arrived.get();
  }

  @Test
  void aSmallFileAppearsWhenItIsComplete() throws Exception {
    AtomicLong arrived = new AtomicLong();
    try (ObjectStore store = remote.open("data/", "run")) {
      GrowingFile file = store.open("a.csv", 0);
      append(file, 0, 1, arrived);
      assertThat(remote.keys()).isEmpty();
      assertThat(arrived).hasValue(0);
      file.complete();
    }
    assertThat(arrived).hasValue(PIECE);
    assertThat(remote.content("data/a.csv")).isEqualTo(pieces(1));
    assertThat(remote.parts()).isZero();
  }

  @Test
  void aLargeFileIsUploadedInPartsWhileItGrows() throws Exception {
    AtomicLong arrived = new AtomicLong();
    try (ObjectStore store = remote.open("data/", "run")) {
      GrowingFile file = store.open("a.csv", 0);
      append(file, 0, 10, arrived);
      file.complete();
    }
    assertThat(remote.parts()).isEqualTo(4);
    assertThat(arrived).hasValue(10L * PIECE);
    assertThat(remote.content("data/a.csv")).isEqualTo(pieces(10));
    assertThat(remote.unfinished()).isZero();
  }

  @Test
  void anUploadThatWasBrokenOffIsCarriedOn() throws Exception {
    long arrived = broken(10);
    assertThat(arrived).isEqualTo(9L * PIECE);
    assertThat(remote.unfinished()).isOne();

    try (ObjectStore store = remote.open("data/", "run")) {
      GrowingFile file = store.open("a.csv", arrived);
      append(file, (int) (arrived / PIECE), 10, new AtomicLong());
      file.complete();
    }
    assertThat(remote.content("data/a.csv")).isEqualTo(pieces(10));
    assertThat(remote.parts()).isEqualTo(4);
    assertThat(remote.unfinished()).isZero();
  }

  @Test
  void partsThatNoReceiptToldOfAreMadeAgain() throws Exception {
    broken(10);

    try (ObjectStore store = remote.open("data/", "run")) {
      GrowingFile file = store.open("a.csv", 3L * PIECE);
      append(file, 3, 10, new AtomicLong());
      file.complete();
    }
    assertThat(remote.content("data/a.csv")).isEqualTo(pieces(10));
  }

  @Test
  void bytesOfAPartThatCameAgainAreNotWrittenTwice() throws Exception {
    broken(10);
    AtomicLong arrived = new AtomicLong();

    try (ObjectStore store = remote.open("data/", "run")) {
      GrowingFile file = store.open("a.csv", 4L * PIECE);
      append(file, 4, 6, arrived);
      assertThat(arrived).hasValue(6L * PIECE);
      append(file, 6, 10, arrived);
      file.complete();
    }
    assertThat(remote.content("data/a.csv")).isEqualTo(pieces(10));
  }

  @Test
  void anUploadThatIsBegunAnewIsThrownAway() throws Exception {
    broken(10);

    try (ObjectStore store = remote.open("data/", "run")) {
      GrowingFile file = store.open("a.csv", 0);
      append(file, 0, 1, new AtomicLong());
      file.complete();
    }
    assertThat(remote.content("data/a.csv")).isEqualTo(pieces(1));
    assertThat(remote.unfinished()).isZero();
  }

  @Test
  void otherFilesWithTheSameBeginningAreLeftAlone() throws Exception {
    try (ObjectStore store = remote.open("data/", "run")) {
      GrowingFile longer = store.open("a.csv.gz", 0);
      append(longer, 0, 10, new AtomicLong());
      longer.close();
      store.open("a.csv", 0).complete();
    }
    assertThat(remote.unfinished()).isOne();
  }

  @Test
  void aFileThatWasCompletedBeforeTheKillIsOnlyCounted() throws Exception {
    try (ObjectStore store = remote.open("data/", "run")) {
      GrowingFile file = store.open("a.csv", 0);
      append(file, 0, 10, new AtomicLong());
      file.complete();
    }
    long before = remote.parts();
    AtomicLong arrived = new AtomicLong();
    try (ObjectStore store = remote.open("data/", "run")) {
      GrowingFile file = store.open("a.csv", 3L * PIECE);
      append(file, 3, 10, arrived);
      file.complete();
    }
    assertThat(arrived).hasValue(10L * PIECE);
    assertThat(remote.parts()).isEqualTo(before);
    assertThat(remote.content("data/a.csv")).isEqualTo(pieces(10));
  }

  @Test
  void anotherRunsFileIsNoStartToCarryOnFrom() throws Exception {
    try (ObjectStore store = remote.open("data/", "other")) {
      store.put("a.csv", pieces(2));
    }
    try (ObjectStore store = remote.open("data/", "run")) {
      assertThatThrownBy(() -> store.open("a.csv", PIECE))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the unfinished upload of s3://lab-bucket/data/a.csv is gone; run without --resume");
    }
  }

  @Test
  void aPartThatIsRefusedForAMomentIsSentAgain() throws Exception {
    remote.failParts(2);
    try (ObjectStore store = remote.open("data/", "run")) {
      GrowingFile file = store.open("a.csv", 0);
      append(file, 0, 10, new AtomicLong());
      file.complete();
    }
    assertThat(remote.content("data/a.csv")).isEqualTo(pieces(10));
  }

  @Test
  void aStoreThatStaysIllEndsTheFileWithItsReason() throws Exception {
    remote.failParts(1_000);
    try (ObjectStore store = remote.open("data/", "run")) {
      GrowingFile file = store.open("a.csv", 0);
      assertThatThrownBy(
              () -> {
                append(file, 0, 10, new AtomicLong());
                file.complete();
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining("refused s3://lab-bucket/data/a.csv: 500 InternalError");
    }
    assertThat(remote.keys()).isEmpty();
  }

  @Test
  void aWrongSecretIsToldWithoutTellingIt() throws Exception {
    ObjectStoreSettings right = remote.settings("");
    ObjectStoreSettings wrong =
        new ObjectStoreSettings(
            right.bucket(),
            "",
            right.endpoint(),
            right.region(),
            Optional.of(new ObjectStoreSettings.Login(TestObjectStore.KEY, "not-the-secret")),
            true);
    assertThat(wrong.toString()).doesNotContain("not-the-secret");
    try (ObjectStore store = new ObjectStore(wrong, "run")) {
      assertThatThrownBy(() -> store.put("a.csv", new byte[1]))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("SignatureDoesNotMatch")
          .hasMessageContaining("check bucket, s3_key")
          .hasMessageNotContaining("not-the-secret");
    }
  }

  @Test
  void aStoreThatIsNotThereIsTold() throws Exception {
    ObjectStoreSettings settings = remote.settings("");
    remote.close();
    try (ObjectStore store = new ObjectStore(settings, "run")) {
      assertThatThrownBy(() -> store.put("a.csv", new byte[1]))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot be reached")
          .hasMessageContaining("Connection refused");
    }
  }

  @Test
  void aBucketOfAmazonNeedsARegion() {
    Requirement.applies(!System.getenv().containsKey("AWS_REGION"), "AWS_REGION says a region");
    ObjectStoreSettings settings =
        new ObjectStoreSettings(
            "b", "p/", Optional.empty(), Optional.empty(), Optional.empty(), false);
    System.setProperty("aws.disableEc2Metadata", "true");
    System.setProperty("aws.configFile", "none");
    try {
      assertThatThrownBy(() -> new ObjectStore(settings, "run"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("the region of s3://b/p/ is not known; set s3_region");
    } finally {
      System.clearProperty("aws.disableEc2Metadata");
      System.clearProperty("aws.configFile");
    }
  }
}
