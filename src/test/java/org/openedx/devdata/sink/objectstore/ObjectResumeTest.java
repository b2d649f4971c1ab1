package org.openedx.devdata.sink.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.sink.file.GrowingFile;

/** Uploads that were interrupted, and the parts of them that are made again. */
class ObjectResumeTest extends ObjectPieces {

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
}
