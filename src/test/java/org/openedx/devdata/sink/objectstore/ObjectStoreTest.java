package org.openedx.devdata.sink.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.sink.file.GrowingFile;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.TestObjectStore;

/** Files in an object store: how they appear, and what a store refuses. */
class ObjectStoreTest extends ObjectPieces {

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
