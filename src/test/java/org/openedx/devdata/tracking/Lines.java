package org.openedx.devdata.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.stream.Lives;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;

/** Lines of small worlds, for tests. */
final class Lines {

  static final String LMS = "https://lms.example.org";
  static final ObjectMapper JSON = new ObjectMapper();

  private Lines() {}

  static Lives lives(long seed, String set, int learners) {
    CourseSize size = new CourseSize("course", 2, learners, 24, 15, 3, 9, 24, 20);
    return new Lives(
        World.of(
            new WorldSpec(seed, LMS, 20_454, 20_600, 60, 1, 2 * learners, 1, 1, List.of(size))),
        HabitReader.of(set, Optional.empty()).habits());
  }

  /** All lines of a frame. */
  static List<String> of(TrackingReader reader, int frame) {
    List<String> lines = new ArrayList<>();
    reader.open(frame);
    while (reader.next()) {
      lines.add(reader.line().toString());
    }
    return lines;
  }

  static List<String> of(Lives lives, TrackingSettings.Prefix prefix) {
    TrackingReader reader = new TrackingReader(lives, new TrackingSettings(LMS, prefix));
    List<String> lines = new ArrayList<>();
    for (int frame = 0; frame < lives.frames().count(); frame++) {
      lines.addAll(of(reader, frame));
    }
    return lines;
  }

  static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  /** The payload of a line as readers take it: texts that hold JSON are read. */
  static JsonNode payload(JsonNode line) {
    JsonNode event = line.has("data") ? line.get("data") : line.get("event");
    return event.isTextual() && event.asText().startsWith("{") ? json(event.asText()) : event;
  }

  static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
