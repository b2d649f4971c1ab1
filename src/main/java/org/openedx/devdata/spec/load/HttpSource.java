package org.openedx.devdata.spec.load;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads spec files by http: redirects followed, size and time limited. Immutable. */
record HttpSource(Duration patience) {

  byte[] read(SpecLocation.Web location, int maxBytes) throws SourceException {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience)
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(location.address())
            .timeout(patience)
            .header("Accept", "application/yaml, text/plain, */*")
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new LimitedBody(maxBytes));
    try {
      return checked(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS), location);
    } catch (TimeoutException e) {
      throw tooSlow(location);
    } catch (ExecutionException e) {
      throw failure(location, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("reading " + location.name() + " was interrupted", e);
    } finally {
      answer.cancel(true);
    }
  }

  private static byte[] checked(HttpResponse<byte[]> answer, SpecLocation.Web location)
      throws SourceException {
    if (answer.statusCode() != 200) {
      throw new SourceException(
          "%s answers with status %s; check the address"
              .formatted(location.name(), answer.statusCode()));
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
      throw new SourceException(
          location.name() + " is a web page and not YAML; use the address of the raw file");
    }
    return answer.body();
  }

  private SourceException failure(SpecLocation.Web location, Throwable cause) {
    if (cause instanceof java.net.http.HttpTimeoutException) {
      return tooSlow(location);
    }
    String reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    if (cause instanceof java.net.ConnectException) {
      reason = "the server cannot be reached";
    }
    return new SourceException(location.name() + " cannot be read: " + reason, cause);
  }

  private SourceException tooSlow(SpecLocation.Web location) {
    return new SourceException(
        "%s did not answer in full within %s ms; try again, or download the file first"
            .formatted(location.name(), patience.toMillis()));
  }
}
