package org.openedx.devdata.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.openedx.devdata.sink.objectstore.ObjectStore;
import org.openedx.devdata.sink.objectstore.ObjectStoreSettings;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * An object store in memory on this machine that speaks S3 and checks signatures (S3Proxy), with
 * one bucket. What it holds is looked at from behind, not through S3.
 */
public final class TestObjectStore implements AutoCloseable {

  public static final String BUCKET = "lab-bucket";
  public static final String KEY = "lab-key";
  public static final String SECRET = "a-secret/that+is=told-to-nobody";

  private final Store store = new Store(new TransientNio2BlobStore());
  private final S3Proxy proxy;

  private TestObjectStore(AuthenticationType login) throws Exception {
    store.createContainer(CreateBucketRequest.builder().bucket(BUCKET).build());
    proxy =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(login, KEY, SECRET)
            .stopTimeout(0)
            .build();
    proxy.start();
  }

  public static TestObjectStore start() {
    return start(AuthenticationType.AWS_V4);
  }

  /** One that checks no signatures: those are of the host that a proxy hides. */
  public static TestObjectStore behindProxy() {
    return start(AuthenticationType.NONE);
  }

  private static TestObjectStore start(AuthenticationType login) {
    try {
      return new TestObjectStore(login);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + proxy.getPort());
  }

  public ObjectStoreSettings settings(String prefix) {
    return new ObjectStoreSettings(
        BUCKET,
        prefix,
        Optional.of(endpoint()),
        Optional.empty(),
        Optional.of(new ObjectStoreSettings.Login(KEY, SECRET)),
        true);
  }

  public ObjectStore open(String prefix, String run) {
    return new ObjectStore(settings(prefix), run);
  }

  /** The keys of a configuration that reach it. */
  public String configuration() {
    return """
        s3_endpoint: %s
        s3_key: %s
        s3_secret: %s
        """
        .formatted(endpoint(), KEY, SECRET);
  }

  public List<String> keys() {
    return store.list(ListObjectsV2Request.builder().bucket(BUCKET).build()).contents().stream()
        .map(S3Object::key)
        // Its own notes of unfinished uploads, which S3 does not show.
        .filter(key -> !key.startsWith(".s3proxy"))
        .sorted()
        .toList();
  }

  public byte[] content(String key) throws IOException {
    try (InputStream in =
        store.getBlob(GetObjectRequest.builder().bucket(BUCKET).key(key).build())) {
      return in.readAllBytes();
    }
  }

  public void replace(String key, byte[] content) {
    store.putBlob(
        PutObjectRequest.builder()
            .bucket(BUCKET)
            .key(key)
            .contentLength((long) content.length)
            .build(),
        new ByteArrayInputStream(content));
  }

  /** How many uploads there are that nobody has completed. */
  public int unfinished() {
    return store.listMultipartUploads(BUCKET).size();
  }

  /** How many parts have arrived since it was started. */
  public long parts() {
    return store.parts;
  }

  /** Waits until so many more parts of uploads have arrived. */
  public CountDownLatch nextParts(int count) {
    store.expected = new CountDownLatch(count);
    return store.expected;
  }

  /** The next request of a part is answered with an error, so many times. */
  public void failParts(int times) {
    store.failures = times;
  }

  public static void await(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(2, TimeUnit.MINUTES)) {
      throw new AssertionError("the parts never came");
    }
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Store extends ForwardingBlobStore {

    private volatile CountDownLatch expected = new CountDownLatch(0);
    private volatile long parts;
    private volatile int failures;

    Store(BlobStore store) {
      super(store);
    }

    @Override
    public UploadPartResponse uploadMultipartPart(
        MultipartUpload upload, UploadPartRequest request, InputStream body) {
      if (fails()) {
        throw read(body);
      }
      UploadPartResponse response = super.uploadMultipartPart(upload, request, body);
      synchronized (this) {
        parts++;
      }
      expected.countDown();
      return response;
    }

    private synchronized boolean fails() {
      return failures-- > 0;
    }

    private static RuntimeException read(InputStream body) {
      try {
        body.transferTo(OutputStream.nullOutputStream());
        return S3Exception.builder()
            .statusCode(500)
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode("InternalError").errorMessage("ill").build())
            .build();
      } catch (IOException e) {
        return new UncheckedIOException(e);
      }
    }
  }
}
