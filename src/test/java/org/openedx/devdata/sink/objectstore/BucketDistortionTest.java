package org.openedx.devdata.sink.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.testing.DistortingProxy;
import org.openedx.devdata.testing.Distortions;
import org.openedx.devdata.testing.Distortions.Named;
import org.openedx.devdata.testing.Sweep;
import org.openedx.devdata.testing.TestObjectStore;

/**
 * Every kind of wrong answer to every request to a bucket: what counts as stored is stored, what is
 * read is there, and nothing is waited for or held without end.
 */
class BucketDistortionTest {

  private static final String RUN = "run";
  private static final byte[] BYTES = "a,b\n1,2\n".repeat(20).getBytes(StandardCharsets.UTF_8);
  private static final Duration REQUEST = Duration.ofSeconds(1);
  private static final Waits SHORT = new Waits(2, REQUEST, Duration.ofMillis(700), REQUEST);

  private static TestObjectStore remote;

  @BeforeAll
  static void start() {
    remote = TestObjectStore.behindProxy();
  }

  @AfterAll
  static void stop() {
    remote.close();
  }

  /** One request; true when what it believes is so. */
  private interface Request {
    boolean isTrue(Bucket bucket, String prefix) throws IOException;
  }

  private record Asked(String name, Request request) {}

  private static final List<Asked> REQUESTS =
      List.of(
          new Asked("put", BucketDistortionTest::put),
          new Asked("begin", BucketDistortionTest::begin),
          new Asked("upload", BucketDistortionTest::upload),
          new Asked("complete", BucketDistortionTest::complete),
          new Asked("read", BucketDistortionTest::read),
          new Asked("sizes", BucketDistortionTest::sizes),
          new Asked("unfinished", BucketDistortionTest::unfinished),
          new Asked("parts", BucketDistortionTest::parts));

  private static OutputBytes bytes() {
    OutputBytes bytes = new OutputBytes(BYTES.length);
    bytes.put(BYTES, 0, BYTES.length);
    return bytes;
  }

  private static boolean isStored(String key) throws IOException {
    return remote.keys().contains(key) && Arrays.equals(remote.content(key), BYTES);
  }

  private static boolean put(Bucket bucket, String prefix) throws IOException {
    bucket.put(prefix + "put", BYTES, BYTES.length, RUN);
    return isStored(prefix + "put");
  }

  private static boolean begin(Bucket bucket, String prefix) throws IOException {
    String upload = bucket.begin(prefix + "begun", RUN);
    return plain().unfinished(prefix + "begun").contains(upload);
  }

  private static boolean upload(Bucket bucket, String prefix) throws IOException {
    String key = prefix + "uploaded";
    String upload = plain().begin(key, RUN);
    bucket.upload(key, upload, 1, bytes());
    return plain().parts(key, upload).size() == 1;
  }

  private static boolean complete(Bucket bucket, String prefix) throws IOException {
    String key = prefix + "completed";
    String upload = plain().begin(key, RUN);
    bucket.complete(key, upload, List.of(plain().upload(key, upload, 1, bytes())));
    return isStored(key);
  }

  private static boolean read(Bucket bucket, String prefix) throws IOException {
    plain().put(prefix + "read", BYTES, BYTES.length, RUN);
    Optional<byte[]> found = bucket.read(prefix + "read");
    return found.isPresent() && Arrays.equals(found.get(), BYTES);
  }

  private static boolean sizes(Bucket bucket, String prefix) throws IOException {
    plain().put(prefix + "read", BYTES, BYTES.length, RUN);
    return bucket.sizes().getOrDefault("read", -1L) == BYTES.length;
  }

  private static boolean unfinished(Bucket bucket, String prefix) throws IOException {
    String upload = plain().begin(prefix + "open", RUN);
    return bucket.unfinished(prefix + "open").contains(upload);
  }

  private static boolean parts(Bucket bucket, String prefix) throws IOException {
    String upload = plain().begin(prefix + "parted", RUN);
    plain().upload(prefix + "parted", upload, 1, bytes());
    return bucket.parts(prefix + "parted", upload).size() == 1;
  }

  private static Bucket plain;

  /** Without a proxy. */
  private static synchronized Bucket plain() {
    if (plain == null) {
      plain = new Bucket(remote.settings(""), Waits.DEFAULT);
    }
    return plain;
  }

  private record Outcome(String request, boolean believed, List<String> faults) {}

  private static List<Outcome> ask(Named distortion, int number) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    try (DistortingProxy proxy = new DistortingProxy(remote.endpoint())) {
      ObjectStoreSettings own = remote.settings("d" + number + "/");
      ObjectStoreSettings settings =
          new ObjectStoreSettings(
              own.bucket(),
              own.prefix(),
              Optional.of(proxy.url()),
              own.region(),
              own.login(),
              own.pathStyle());
      proxy.distort(distortion.distortion());
      try (Bucket bucket = new Bucket(settings, SHORT)) {
        for (Asked asked : REQUESTS) {
          outcomes.add(ask(distortion.name(), asked, bucket));
        }
      }
    }
    return outcomes;
  }

  private static Outcome ask(String distortion, Asked asked, Bucket bucket) {
    List<String> faults = new ArrayList<>();
    boolean believed = false;
    long begin = System.nanoTime();
    try {
      boolean isTrue = asked.request().isTrue(bucket, bucket.settings().prefix());
      believed = true;
      if (!isTrue) {
        faults.add(asked.name() + ", " + distortion + ": believed");
      }
    } catch (IOException refused) {
      String said = refused.getMessage();
      if (!said.startsWith("object store http://127.0.0.1:")
          || said.matches("(?s).*(java\\.|software\\.amazon|Exception|SDK).*")) {
        faults.add(asked.name() + ", " + distortion + ": " + said);
      }
    } catch (RuntimeException bug) {
      faults.add(asked.name() + ", " + distortion + ": " + bug);
    }
    long millis = (System.nanoTime() - begin) / 1_000_000;
    if (millis > 15_000) {
      faults.add("%s, %s: %d ms".formatted(asked.name(), distortion, millis));
    }
    return new Outcome(asked.name(), believed, faults);
  }

  @Test
  void whatIsBelievedIsTrueWhateverTheAnswer() throws Exception {
    List<Outcome> outcomes =
        Sweep.over(Distortions.all(), BucketDistortionTest::ask).stream()
            .flatMap(List::stream)
            .toList();

    assertThat(outcomes.stream().flatMap(outcome -> outcome.faults().stream())).isEmpty();
    for (Asked asked : REQUESTS) {
      List<Outcome> own = outcomes.stream().filter(o -> o.request().equals(asked.name())).toList();
      assertThat(own).as(asked.name()).anyMatch(Outcome::believed);
      assertThat(own.stream().filter(Outcome::believed).count())
          .as(asked.name())
          .isLessThan(own.size() / 2);
    }
  }
}
