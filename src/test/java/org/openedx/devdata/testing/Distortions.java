package org.openedx.devdata.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.openedx.devdata.testing.DistortingProxy.Distortion;
import org.openedx.devdata.testing.WireAnswer.Framing;
import org.openedx.devdata.testing.WireAnswer.Speed;

/**
 * Wrong answers of any server: each status with each kind of body, cuts at each position that
 * matters, each speed; with what the server behind really says, and without asking it.
 */
public final class Distortions {

  private static final int[] STATUSES = {
    200, 201, 202, 301, 400, 401, 403, 404, 409, 413, 418, 422, 429, 500, 502, 503
  };

  private static final String PAGE =
      "<!DOCTYPE html>\n<html><head><title>Welcome to nginx!</title></head>\n<body><h1>It works</h1></body></html>";

  private static final String ERROR =
      "Code: 241. DB::Exception: Memory limit (total) exceeded: would use 9.36 GiB. (MEMORY_LIMIT_EXCEEDED) (version 25.8.1.1)\n";

  private Distortions() {}

  /** A distortion and its name. */
  public record Named(String name, Distortion distortion) {}

  /** The truth, and all that is not. */
  public static List<Named> all() {
    List<Named> all = new ArrayList<>();
    all.add(new Named("the truth", (request, truth) -> truth.ask()));
    bodies(all);
    cuts(all);
    endings(all);
    speeds(all);
    return all;
  }

  private static void bodies(List<Named> all) {
    for (int status : STATUSES) {
      for (String body : List.of("", PAGE, "OK", "\0\1\2\3\377", "{\"detail\": \"no\"}")) {
        String shown = body.length() > 20 ? "a page" : "'" + body + "'";
        all.add(
            new Named(
                status + " with " + shown,
                (request, truth) -> WireAnswer.of(status, "text/html", body)));
      }
      all.add(distorted(status + " with the truth", answer -> answer.withStatus(status)));
    }
    all.add(distorted("the true head, no body", answer -> answer.withBody("")));
    all.add(distorted("the true head, a page", answer -> answer.withBody(PAGE)));
  }

  private static void cuts(List<Named> all) {
    for (Framing framing : Framing.values()) {
      for (double share : new double[] {0, 0.1, 0.5, 0.9, 1}) {
        all.add(
            distorted(
                "cut at %.1f, %s".formatted(share, framing),
                answer -> answer.with(framing).cutAt((int) (answer.body().length * share))));
      }
      all.add(
          distorted(
              "cut before the last byte, " + framing,
              answer -> answer.with(framing).cutAt(Math.max(0, answer.body().length - 1))));
    }
    all.add(
        distorted(
            "cut after the first line",
            answer -> answer.with(Framing.CHUNKS).cutAt(answer.text().indexOf('\n') + 1)));
  }

  /** What a server says that fails after it has sent its head. */
  private static void endings(List<Named> all) {
    String tagged = "__exception__\r\nabcdefgh\r\n" + ERROR + "117 abcdefgh\r\n__exception__\r\n";
    for (String ending : List.of(ERROR, tagged, "__exception__\r\n", PAGE)) {
      String shown = ending.lines().findFirst().orElse("").replaceAll("DB.*", "");
      all.add(
          distorted("the truth, then " + shown, answer -> answer.withBody(answer.text() + ending)));
      all.add(
          distorted(
              "half of the truth, then " + shown,
              answer -> answer.withBody(half(answer.text()) + ending)));
      all.add(distorted("the true head, then " + shown, answer -> answer.withBody(ending)));
    }
    all.add(distorted("300 MiB of blanks after it", answer -> answer.followedBy(300)));
    all.add(
        new Named(
            "300 MiB of blanks",
            (request, truth) -> WireAnswer.of(200, "text/plain", "").followedBy(300)));
  }

  private static String half(String text) {
    return text.substring(0, text.length() / 2);
  }

  private static void speeds(List<Named> all) {
    for (Speed speed : Speed.values()) {
      all.add(distorted(speed.toString(), answer -> answer.with(speed)));
      all.add(
          new Named(
              speed + " page",
              (request, truth) -> WireAnswer.of(200, "text/html", PAGE).with(speed)));
      all.add(
          new Named(
              speed + " 503",
              (request, truth) -> WireAnswer.of(503, "text/html", PAGE).with(speed)));
    }
  }

  private static Named distorted(String name, UnaryOperator<WireAnswer> change) {
    return new Named(name, (request, truth) -> change.apply(truth.ask()));
  }
}
