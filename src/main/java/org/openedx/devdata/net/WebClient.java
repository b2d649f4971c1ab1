package org.openedx.devdata.net;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks web servers, never longer than is said. Follows no redirect and tries nothing again: who
 * asks knows what is right. Stateless but for connections that are kept; thread-safe.
 */
public final class WebClient {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private WebClient() {}

  /** Made when it is first needed: a start of the JDK's client takes a tenth of a second. */
  private static final class Shared {
    private static final HttpClient CLIENT =
        HttpClient.newBuilder()
            // Python's servers know no HTTP/2; asking for it costs a round trip or confuses a
            // proxy.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
  }

  /**
   * Sends a request.
   *
   * @param timeout for the answer's head, counted from now, and for waiting for its body
   * @return the answer, whose body is still to be read and closed
   * @throws NoAnswerException saying why there is none
   */
  public static WebAnswer send(HttpRequest request, Duration timeout)
      throws NoAnswerException, InterruptedException {
    Patience patience = new Patience(timeout);
    long begin = System.nanoTime();
    CompletableFuture<HttpResponse<StreamedBody>> coming =
        Shared.CLIENT.sendAsync(request, head -> new StreamedBody(patience));
    try {
      HttpResponse<StreamedBody> response = coming.get(patience.left(), TimeUnit.NANOSECONDS);
      patience.waited(System.nanoTime() - begin);
      return new WebAnswer(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw patience.lost();
    } catch (ExecutionException e) {
      throw new NoAnswerException(NetworkFailure.reason(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      coming.cancel(true);
      throw e;
    }
  }
}
