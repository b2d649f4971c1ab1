package org.openedx.devdata.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands before a real server and hands over its answers distorted, byte by byte as ordered: what
 * proxies, broken networks and servers that fail half-way do. Thread-safe.
 */
public final class DistortingProxy implements AutoCloseable {

  private static final Set<String> OF_ONE_HOP =
      Set.of("connection", "host", "content-length", "transfer-encoding", "expect", "upgrade");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ServerSocket listener;
  private final URI behind;
  private volatile Distortion distortion = (request, truth) -> truth.ask();

  /** A request as it came. */
  public record Request(String method, String target, Map<String, String> headers, byte[] body) {

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** The server behind. */
  public interface Truth {

    /** Has the server do what was asked. */
    WireAnswer ask() throws IOException;

    /** Has the server do something else. */
    default WireAnswer ask(Request other) throws IOException {
      throw new UnsupportedOperationException("asked for " + other.target());
    }
  }

  /** Makes the answer to a request; may leave the server unasked. */
  public interface Distortion {
    WireAnswer answer(Request request, Truth truth) throws IOException;
  }

  public DistortingProxy(URI behind) throws IOException {
    this.behind = behind;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + behind.getRawPath());
  }

  /** From now on, answers are distorted so. */
  public void distort(Distortion other) {
    distortion = other;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException closed) {
      threads.shutdown();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Request request =
          read(new BufferedInputStream(socket.getInputStream(), 1 << 16), socket.getOutputStream());
      distortion.answer(request, truth(request)).writeTo(socket.getOutputStream());
      socket.shutdownOutput();
    } catch (IOException gone) {
      return; // The client has broken off, or was to be.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Truth truth(Request request) {
    return new Truth() {
      @Override
      public WireAnswer ask() throws IOException {
        return forward(request);
      }

      @Override
      public WireAnswer ask(Request other) throws IOException {
        return forward(other);
      }
    };
  }

  private WireAnswer forward(Request request) throws IOException {
    HttpRequest.Builder forwarded =
        HttpRequest.newBuilder(behind.resolve(request.target()))
            .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (!OF_ONE_HOP.contains(name)) {
                forwarded.header(name, value);
              }
            });
    try {
      HttpResponse<byte[]> answer =
          client.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray());
      Map<String, String> headers = new LinkedHashMap<>();
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OF_ONE_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                  headers.put(name, values.get(0));
                }
              });
      return WireAnswer.of(answer.statusCode(), headers, answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Request read(InputStream in, OutputStream out) throws IOException {
    String[] first = line(in).split(" ");
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    if (headers.containsKey("expect")) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    byte[] body =
        headers.getOrDefault("transfer-encoding", "").equals("chunked")
            ? chunks(in)
            : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Request(first[0], first[1], headers, body);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      body.write(in.readNBytes(size));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";")[0].strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("no request");
      }
      line.append((char) b);
    }
    return line.toString().strip();
  }
}
