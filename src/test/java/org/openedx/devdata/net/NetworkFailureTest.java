package org.openedx.devdata.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Something else than a web server listens at an address. */
class NetworkFailureTest {

  private static final List<String> GREETINGS =
      List.of(
          "",
          "SSH-2.0-OpenSSH_9.2p1\r\n",
          "-ERR unknown command\r\n",
          "HTTP/1.1\r\n\r\n",
          "HTTP/1.1 abc OK\r\n\r\n",
          "HTTP/9.9 200 OK\r\n\r\n",
          "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
          "HTTP/1.1 200 OK\r\n: x\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n",
          "\u0016\u0003\u0001\u0002",
          "J\0\0\0\n8.4.3\0");

  /** Words of the JDK. */
  private static final String RAW =
      "EOF reached|header parser|nvalid status|nvalid header|Exception|Unexpected|\\bnull\\b";

  private static String answer(byte[] greeting) throws IOException, InterruptedException {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> greet(listener, greeting));
      server.setDaemon(true);
      server.start();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/"))
              .POST(HttpRequest.BodyPublishers.ofString("SELECT 1"))
              .build();
      try (WebAnswer answer = WebClient.send(request, Duration.ofSeconds(5))) {
        return answer.beginning(1_000);
      } catch (IOException e) {
        return String.valueOf(e.getMessage());
      }
    }
  }

  private static void greet(ServerSocket listener, byte[] greeting) {
    try {
      while (true) {
        try (Socket client = listener.accept()) {
          client.getInputStream().read(new byte[10_000]);
          client.getOutputStream().write(greeting);
        }
      }
    } catch (IOException closed) {
      return; // The test is over.
    }
  }

  @Test
  void whateverAnswersIsSaidInWordsOfOurOwn() throws Exception {
    List<byte[]> greetings = new ArrayList<>();
    GREETINGS.forEach(text -> greetings.add(text.getBytes(StandardCharsets.ISO_8859_1)));
    Random random = new Random(11);
    for (int i = 0; i < 60; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      greetings.add(bytes);
    }
    for (byte[] greeting : greetings) {
      assertThat(answer(greeting))
          .as(new String(greeting, StandardCharsets.ISO_8859_1))
          .doesNotContainPattern(RAW);
    }
  }
}
