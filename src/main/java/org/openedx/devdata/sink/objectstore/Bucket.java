package org.openedx.devdata.sink.objectstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.net.WebAnswer;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * The requests to a bucket that files need. Tries again by itself when a store is busy or cannot be
 * reached; what still fails is an {@link IOException} that says what to do. Thread-safe.
 */
final class Bucket implements AutoCloseable {

  /** Names the run that made an object, so that another run's is not taken for its own. */
  static final String RUN = "devdata-run";

  /** A manifest is much smaller. */
  private static final int MAX_BYTES = 1 << 26;

  private final ObjectStoreSettings settings;
  private final BucketAnswers answers;
  private final S3Client client;

  Bucket(ObjectStoreSettings settings, Waits waits) {
    this.settings = settings;
    this.answers = new BucketAnswers(settings);
    this.client = BucketRegion.configured(settings, () -> client(settings, waits));
  }

  private static S3Client client(ObjectStoreSettings settings, Waits waits) {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(waits.connect())
                    .socketTimeout(waits.answer()))
            .overrideConfiguration(
                all ->
                    all.apiCallAttemptTimeout(waits.request())
                        .retryStrategy(
                            AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(waits.attempts())
                                .build()))
            // Others than Amazon's do not know the newer checksums.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .forcePathStyle(settings.pathStyle());
    settings.endpoint().ifPresent(builder::endpointOverride);
    builder.region(BucketRegion.of(settings));
    builder.credentialsProvider(BucketLogin.of(settings));
    return builder.build();
  }

  ObjectStoreSettings settings() {
    return settings;
  }

  /** Begins an upload in parts; gives its id. */
  String begin(String key, String run) throws IOException {
    return answers.asked(
        key,
        () -> {
          String id =
              client
                  .createMultipartUpload(
                      r -> r.bucket(settings.bucket()).key(key).metadata(Map.of(RUN, run)))
                  .uploadId();
          return BucketAnswers.ofProtocol(id, "upload");
        });
  }

  /** Uploads a part; what has arrived is what was sent, as far as the store's tag says. */
  CompletedPart upload(String key, String upload, int number, OutputBytes bytes)
      throws IOException {
    return answers.asked(
        key,
        () -> {
          UploadPartResponse answer =
              client.uploadPart(
                  r ->
                      r.bucket(settings.bucket())
                          .key(key)
                          .uploadId(upload)
                          .partNumber(number)
                          .contentLength((long) bytes.length()),
                  body(bytes.array(), bytes.length()));
          EntityTag.of(answer.eTag(), answer.serverSideEncryptionAsString())
              .check(key, bytes.array(), bytes.length());
          return CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build();
        });
  }

  void complete(String key, String upload, List<CompletedPart> parts) throws IOException {
    answers.asked(
        key,
        () -> {
          String tag =
              client
                  .completeMultipartUpload(
                      r ->
                          r.bucket(settings.bucket())
                              .key(key)
                              .uploadId(upload)
                              .multipartUpload(all -> all.parts(parts)))
                  .eTag();
          EntityTag.of(tag, null).checkThere(key);
          return tag;
        });
  }

  /** Writes an object in one request. */
  void put(String key, byte[] bytes, int length, String run) throws IOException {
    answers.asked(
        key,
        () -> {
          PutObjectResponse answer =
              client.putObject(
                  r -> r.bucket(settings.bucket()).key(key).metadata(Map.of(RUN, run)),
                  body(bytes, length));
          EntityTag.of(answer.eTag(), answer.serverSideEncryptionAsString())
              .check(key, bytes, length);
          return answer;
        });
  }

  /** Uploads of an object that were never completed, the newest first. */
  List<String> unfinished(String key) throws IOException {
    return answers.asked(
        key,
        () ->
            BucketAnswers.pages(
                    client.listMultipartUploadsPaginator(
                        r -> r.bucket(settings.bucket()).prefix(key)),
                    ListMultipartUploadsResponse::bucket)
                .flatMap(page -> page.uploads().stream())
                .filter(upload -> upload.key().equals(key))
                .sorted(Comparator.comparing(MultipartUpload::initiated).reversed())
                .map(MultipartUpload::uploadId)
                .toList());
  }

  /** The parts of an upload, by number. */
  List<Part> parts(String key, String upload) throws IOException {
    return answers.asked(
        key,
        () ->
            BucketAnswers.pages(
                    client.listPartsPaginator(
                        r -> r.bucket(settings.bucket()).key(key).uploadId(upload)),
                    ListPartsResponse::uploadId)
                .flatMap(page -> page.parts().stream())
                .sorted(Comparator.comparing(Part::partNumber))
                .toList());
  }

  void abort(String key, String upload) throws IOException {
    answers.asked(
        key,
        () -> {
          try {
            return client.abortMultipartUpload(
                r -> r.bucket(settings.bucket()).key(key).uploadId(upload));
          } catch (NoSuchUploadException gone) {
            return null;
          }
        });
  }

  /** The size of an object that the run has made; nothing when there is none. */
  Optional<Long> sizeOf(String key, String run) throws IOException {
    return answers.asked(
        key,
        () -> {
          try {
            HeadObjectResponse head = client.headObject(r -> r.bucket(settings.bucket()).key(key));
            return run.equals(head.metadata().get(RUN))
                ? Optional.of(head.contentLength())
                : Optional.<Long>empty();
          } catch (NoSuchKeyException none) {
            return Optional.<Long>empty();
          }
        });
  }

  /** The sizes of the objects under the prefix by their names without it. */
  SortedMap<String, Long> sizes() throws IOException {
    String prefix = settings.prefix();
    return answers.asked(
        prefix,
        () ->
            BucketAnswers.pages(
                    client.listObjectsV2Paginator(r -> r.bucket(settings.bucket()).prefix(prefix)),
                    ListObjectsV2Response::name)
                .flatMap(page -> page.contents().stream())
                .collect(
                    Collectors.toMap(
                        object -> object.key().substring(prefix.length()),
                        S3Object::size,
                        Math::max,
                        TreeMap::new)));
  }

  /** A small object; nothing when there is none. */
  Optional<byte[]> read(String key) throws IOException {
    return answers.asked(
        key,
        () -> {
          try {
            return Optional.of(limited(key));
          } catch (NoSuchKeyException none) {
            return Optional.<byte[]>empty();
          }
        });
  }

  private byte[] limited(String key) throws IOException {
    AtomicReference<EntityTag> tag = new AtomicReference<>();
    GetObjectRequest request =
        GetObjectRequest.builder().bucket(settings.bucket()).key(key).build();
    // Read within the request, so that its limit of time is that of the body, too.
    byte[] bytes =
        client.getObject(
            request,
            (answer, in) -> {
              byte[] read = in.readNBytes(MAX_BYTES);
              if (read.length == MAX_BYTES) {
                in.abort();
              }
              tag.set(EntityTag.of(answer.eTag(), answer.serverSideEncryptionAsString()));
              return read;
            });
    if (bytes.length == MAX_BYTES) {
      throw WebAnswer.tooLong(MAX_BYTES);
    }
    BucketAnswers.ofProtocol(tag.get().value(), "object");
    if (!tag.get().mayBeOf(bytes, bytes.length)) {
      throw new IOException("its answer holds other bytes than it says (ETag)");
    }
    return bytes;
  }

  /** Not copied, unlike the SDK's own; may be read again for another try. */
  private static RequestBody body(byte[] bytes, int length) {
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(bytes, 0, length), length, "application/octet-stream");
  }

  @Override
  public void close() {
    client.close();
  }
}
