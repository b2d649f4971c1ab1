package org.openedx.devdata.sink.objectstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openedx.devdata.net.NetworkFailure;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Answers of a bucket: those that are none of the protocol are failures, and failures are said in
 * words. Immutable.
 *
 * @param settings the bucket, for messages
 */
record BucketAnswers(ObjectStoreSettings settings) {

  /** Suffix that the SDK gives to its messages. */
  private static final Pattern ATTEMPTS = Pattern.compile(" \\(SDK Attempt Count: \\d+\\)$");

  /** A request, or several. */
  interface Request<T> {
    T send() throws IOException;
  }

  /**
   * Sends.
   *
   * @param key object or prefix that it is about
   * @throws IOException that says what to do
   */
  <T> T asked(String key, Request<T> request) throws IOException {
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
              .formatted(place(), settings.bucket(), key, reason(unreachable)),
          unreachable);
    } catch (UncheckedIOException cut) {
      throw odd(key, "its answer was cut: " + NetworkFailure.reason(cut.getCause()), cut);
    } catch (IOException odd) {
      throw odd(key, odd.getMessage(), odd);
    }
  }

  private IOException odd(String key, String said, Exception cause) {
    return new IOException(
        "%s does not answer as an object store for s3://%s/%s: %s; check s3_endpoint, and what stands between"
            .formatted(place(), settings.bucket(), key, said),
        cause);
  }

  private static String reason(SdkException failure) {
    return failure instanceof ApiCallAttemptTimeoutException
        ? "it did not answer in time"
        : ATTEMPTS.matcher(NetworkFailure.reason(failure)).replaceFirst("");
  }

  private String place() {
    return settings.endpoint().map(at -> "object store " + at).orElse("Amazon S3");
  }

  /**
   * Pages of a list.
   *
   * @param name something that every answer of the protocol has: a web page may read as an empty
   *     list
   * @throws IOException when one lacks it
   */
  static <P> Stream<P> pages(Iterable<P> pages, Function<P, String> name) throws IOException {
    List<P> all = new ArrayList<>();
    for (P page : pages) {
      ofProtocol(name.apply(page), "list");
      all.add(page);
    }
    return all.stream();
  }

  /**
   * A value that an answer of the protocol has.
   *
   * @throws IOException when it is missing
   */
  static String ofProtocol(String value, String what) throws IOException {
    if (value == null || value.isEmpty()) {
      throw new IOException("its answer is no %s of S3's protocol".formatted(what));
    }
    return value;
  }
}
