package org.openedx.devdata.tracking;

import org.openedx.devdata.bytes.Decimal;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;

/** Payloads of what is done with videos, as players send them. Stateless. */
final class VideoPayloads {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private static final int CODE = 90;
  private static final int CODE_LENGTH = 11;

  private VideoPayloads() {}

  static void write(Scene scene, JsonBytes out) {
    out.begin()
        .text("id", scene.course.id(BlockType.VIDEO, scene.block()))
        .text("code", code(scene))
        .seconds("duration", scene.shape().length(scene.block()));
    switch (scene.event) {
      case VIDEO_LOADED -> {
        // Nothing has been played.
      }
      case SEEKED ->
          out.seconds("old_time", scene.first())
              .seconds("new_time", scene.second())
              .text("type", scene.bits() % 4 == 0 ? "onSkipSeek" : "onSlideSeek");
      case SPEED_CHANGED ->
          out.number("current_time", 0)
              .text("old_speed", speed(scene.first()))
              .text("new_speed", speed(scene.second()));
      case CAPTIONS_SHOWN -> out.seconds("current_time", scene.first());
      default -> out.seconds("currentTime", scene.first());
    }
    out.end();
  }

  /** Number of a video on YouTube, or a word for files. */
  private static String code(Scene scene) {
    long bits =
        Draw.of(scene.shape().run().outline().blockKey(BlockType.VIDEO, scene.block()), CODE);
    return switch (Draw.below(bits, 3)) {
      case 0 -> "html5";
      case 1 -> "hls";
      default -> {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
          code.append(LETTERS.charAt(Draw.below(Draw.of(bits, i), LETTERS.length())));
        }
        yield code.toString();
      }
    };
  }

  /** A speed as players write it: 1.0, 1.25, 1.5. */
  private static String speed(int hundredths) {
    OutputBytes text = new OutputBytes(8);
    Decimal.putFloat(text, hundredths, 2);
    return text.toString();
  }
}
