package org.openedx.devdata.tracking;

import java.util.List;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.Learners;

/**
 * A learner as web servers know one; texts as they stand in JSON. Immutable.
 *
 * @param ip an address of the ranges that are kept free for documentation
 * @param agent the browser
 * @param language value of the header {@code Accept-Language}
 */
record Person(int userId, String username, String ip, String agent, String language) {

  private static final int ADDRESS = 80;
  private static final List<String> NETWORKS = List.of("192.0.2.", "198.51.100.", "203.0.113.");

  private static final List<String> LANGUAGES =
      List.of(
          "en-US,en;q=0.9",
          "en-US,en;q=0.5",
          "en-GB,en;q=0.9",
          "es-419,es;q=0.9,en;q=0.8",
          "pt-BR,pt;q=0.9,en-US;q=0.8,en;q=0.7",
          "fr-FR,fr;q=0.9,en;q=0.8",
          "de-DE,de;q=0.9,en;q=0.7",
          "hi-IN,hi;q=0.9,en;q=0.8");

  private static final List<String> AGENTS =
      List.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/126.0.0.0 Safari/537.36",
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
          "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/126.0.0.0 Safari/537.36",
          "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like"
              + " Gecko) Version/17.5 Safari/605.1.15",
          "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0",
          "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/126.0.0.0 Mobile Safari/537.36");

  static Person of(Learners learners, int learner) {
    long bits = Draw.of(learners.key(learner), ADDRESS);
    return new Person(
        learners.userId(learner),
        JsonText.escape(learners.username(learner)),
        drawn(NETWORKS, bits, 0) + (1 + Draw.below(Draw.of(bits, 1), 254)),
        drawn(AGENTS, bits, 2),
        drawn(LANGUAGES, bits, 3));
  }

  private static String drawn(List<String> texts, long bits, int draw) {
    return texts.get(Draw.below(Draw.of(bits, draw), texts.size()));
  }
}
