package org.openedx.devdata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Something else than MySQL listens at the address of a database. */
class WrongServerTest {

  /** Programs that speak first. */
  private static final List<String> GREETINGS =
      List.of(
          "SSH-2.0-OpenSSH_9.2p1\r\n",
          "-ERR unknown command\r\n",
          "220 mail.example.org ESMTP\r\n",
          "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n",
          "* OK IMAP4rev1\r\n",
          "E\0\0\0\u0085SFATAL\0",
          "\u0016\u0003\u0001",
          "");

  private static DatabaseException refusal(byte[] greeting, String options) throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> greet(listener, greeting));
      server.setDaemon(true);
      server.start();
      ConnectionSettings settings =
          new ConnectionSettings(
              "test",
              "lms",
              "jdbc:mysql://127.0.0.1:" + listener.getLocalPort() + "/x" + options,
              "u",
              "p");
      try (MySqlDatabase none = MySqlDatabase.open(settings)) {
        throw new AssertionError("opened " + none);
      } catch (DatabaseException e) {
        return e;
      }
    }
  }

  private static void greet(ServerSocket listener, byte[] greeting) {
    List<Socket> clients = new ArrayList<>();
    try {
      while (true) {
        Socket client = listener.accept();
        clients.add(client);
        client.getOutputStream().write(greeting);
        client.getOutputStream().flush();
        if (greeting.length > 0) {
          client.shutdownOutput();
        }
      }
    } catch (IOException closed) {
      clients.clear();
    }
  }

  @Test
  void whateverGreetsIsNotTakenForMySql() throws IOException {
    List<byte[]> greetings = new ArrayList<>();
    GREETINGS.forEach(text -> greetings.add(text.getBytes(StandardCharsets.ISO_8859_1)));
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      byte[] bytes = new byte[1 + random.nextInt(80)];
      random.nextBytes(bytes);
      if (i % 2 == 0) {
        // The length of a packet, so that its content is looked at.
        bytes[0] = (byte) Math.max(0, bytes.length - 4);
        for (int at = 1; at < Math.min(4, bytes.length); at++) {
          bytes[at] = 0;
        }
      }
      greetings.add(bytes);
    }
    for (byte[] greeting : greetings) {
      String options = greeting.length == 0 ? "?socketTimeout=300" : "?socketTimeout=2000";
      assertThat(refusal(greeting, options).getMessage())
          .as(new String(greeting, StandardCharsets.ISO_8859_1))
          .startsWith("cannot open lms (target test, ")
          .containsPattern(
              "is not MySQL; check host and port|is the server up and the address right")
          .doesNotContain("max_allowed_packet")
          .doesNotContain("Exception")
          .doesNotContain("null");
    }
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForWithoutEnd() {
    assertThat(MySqlUrl.withOptions("jdbc:mysql://h/x")).contains("socketTimeout=60000");
    assertThat(MySqlUrl.withOptions("jdbc:mysql://h/x?socketTimeout=5")).doesNotContain("60000");
    long begun = System.nanoTime();
    assertThatThrownBy(
            () -> {
              throw refusal(new byte[0], "?socketTimeout=300");
            })
        .hasMessageContaining("it is open there, and nothing answered in time");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
  }
}
