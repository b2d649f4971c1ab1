package org.openedx.devdata.sink.objectstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.net.NetworkFailure;
import org.openedx.devdata.net.WebAnswer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * The requests to a bucket that files need. Tries again by itself when a store is busy or cannot be
 * reached; what still fails is an {@link IOException} that says what to do. Thread-safe.
 */
final class Bucket implements AutoCloseable {

  /** Names the run that made an object, so that another run's is not taken for its own. */
  static final String RUN = "devdata-run";

  private static final int ATTEMPTS = 6;
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /** For a whole request: a part of some MiB through a thin line, but nothing that only drips. */
  private static final Duration REQUEST = Duration.ofMinutes(10);

  /** A manifest is much smaller. */
  private static final int MAX_BYTES = 1 << 26;

  private final ObjectStoreSettings settings;
  private final S3Client client;

  /** A request, or several. */
  private interface Request<T> {
    T send() throws IOException;
  }

  Bucket(ObjectStoreSettings settings) {
    this.settings = settings;
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER))
            .overrideConfiguration(
                all ->
                    all.apiCallAttemptTimeout(REQUEST)
                        .retryStrategy(
                            AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build()))
            // Others than Amazon's do not know the newer checksums.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .forcePathStyle(settings.pathStyle());
    settings.endpoint().ifPresent(builder::endpointOverride);
    Optional<String> region = settings.region();
    if (region.isPresent() || settings.endpoint().isPresent()) {
      builder.region(region.map(Region::of).orElse(Region.US_EAST_1));
    }
    settings
        .login()
        .map(login -> AwsBasicCredentials.create(login.key(), login.secret()))
        .ifPresent(key -> builder.credentialsProvider(StaticCredentialsProvider.create(key)));
    this.client = builder.build();
  }

  ObjectStoreSettings settings() {
    return settings;
  }

  /** Begins an upload in parts; gives its id. */
  String begin(String key, String run) throws IOException {
    return asked(
        key,
        () ->
            client
                .createMultipartUpload(
                    r -> r.bucket(settings.bucket()).key(key).metadata(Map.of(RUN, run)))
                .uploadId());
  }

  /** Uploads a part; what has arrived is what was sent, as far as the store's tag says. */
  CompletedPart upload(String key, String upload, int number, OutputBytes bytes)
      throws IOException {
    return asked(
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
    asked(
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
    asked(
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
    return asked(
        key,
        () ->
            client
                .listMultipartUploadsPaginator(r -> r.bucket(settings.bucket()).prefix(key))
                .uploads()
                .stream()
                .filter(upload -> upload.key().equals(key))
                .sorted(Comparator.comparing(MultipartUpload::initiated).reversed())
                .map(MultipartUpload::uploadId)
                .toList());
  }

  /** The parts of an upload, by number. */
  List<Part> parts(String key, String upload) throws IOException {
    return asked(
        key,
        () ->
            client
                .listPartsPaginator(r -> r.bucket(settings.bucket()).key(key).uploadId(upload))
                .parts()
                .stream()
                .sorted(Comparator.comparing(Part::partNumber))
                .toList());
  }

  void abort(String key, String upload) throws IOException {
    asked(
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
    return asked(
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
    return asked(
        prefix,
        () ->
            client
                .listObjectsV2Paginator(r -> r.bucket(settings.bucket()).prefix(prefix))
                .contents()
                .stream()
                .collect(
                    Collectors.toMap(
                        object -> object.key().substring(prefix.length()),
                        S3Object::size,
                        Math::max,
                        TreeMap::new)));
  }

  /** A small object; nothing when there is none. */
  Optional<byte[]> read(String key) throws IOException {
    return asked(
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
    try (ResponseInputStream<GetObjectResponse> in =
        client.getObject(r -> r.bucket(settings.bucket()).key(key))) {
      byte[] bytes = in.readNBytes(MAX_BYTES);
      if (bytes.length == MAX_BYTES) {
        in.abort();
        throw WebAnswer.tooLong(MAX_BYTES);
      }
      return bytes;
    }
  }

  /** Not copied, unlike the SDK's own; may be read again for another try. */
  private static RequestBody body(byte[] bytes, int length) {
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(bytes, 0, length), length, "application/octet-stream");
  }

  private <T> T asked(String key, Request<T> request) throws IOException {
    try {
      return request.send();
    } catch (S3Exception refused) {
      String said =
          refused.awsErrorDetails() == null
              ? refused.getMessage()
              : refused.awsErrorDetails().errorCode()
                  + ", "
                  + refused.awsErrorDetails().errorMessage();
      throw new IOException(
          "%s refused s3://%s/%s: %d %s; check bucket, s3_key, s3_secret and s3_region"
              .formatted(place(), settings.bucket(), key, refused.statusCode(), said),
          refused);
    } catch (SdkException unreachable) {
      throw new IOException(
          "%s cannot be reached for s3://%s/%s: %s; check s3_endpoint, s3_region and the login"
              .formatted(place(), settings.bucket(), key, NetworkFailure.reason(unreachable)),
          unreachable);
    } catch (IOException odd) {
      throw new IOException(
          "%s does not answer as an object store for s3://%s/%s: %s; check s3_endpoint, and what stands between"
              .formatted(place(), settings.bucket(), key, odd.getMessage()),
          odd);
    }
  }

  private String place() {
    return settings.endpoint().map(at -> "object store " + at).orElse("Amazon S3");
  }

  @Override
  public void close() {
    client.close();
  }
}
