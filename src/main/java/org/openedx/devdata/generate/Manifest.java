package org.openedx.devdata.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.openedx.devdata.answers.AnswersFormat;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.life.course.Accident;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.stream.Lives;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.dump.DumpMark;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.xapi.Verb;

/**
 * Description of what a run has made, as JSON beside it: rows and checksums by table, counts by
 * verb and course.
 */
public final class Manifest {

  /** The key whose value the manifests of all slices of a whole have in common. */
  public static final String RUN = "run";

  /** The key of the files' sizes, by name. */
  public static final String FILES = "files";

  /** The key of the start that the ids of all exports have in common. */
  public static final String DUMP_IDS = "dump_ids";

  /** The key of the known answers, where a run has written some. */
  public static final String ANSWERS = "answers";

  /** The key in it of their folder, which is beside the manifest. */
  public static final String FOLDER = "folder";

  /** The key of what authors have done to their courses by accident. */
  private static final String ACCIDENTS = "accidents";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Manifest() {}

  /**
   * The manifest of a run.
   *
   * @param config what it was made with
   * @param sink what it went to
   */
  public static ObjectNode of(GenerationResult result, GenerationConfig config, String sink) {
    ObjectNode root = JSON.createObjectNode();
    root.put(RUN, config.fingerprintOfTheWhole());
    root.put("seed", config.world().seed());
    root.put("start_date", LocalDate.ofEpochDay(config.world().startDay()).toString());
    root.put("end_date", LocalDate.ofEpochDay(config.world().endDay()).toString());
    root.put("slice", result.plan().slice().toString());
    root.put("sink", sink);
    root.put(DUMP_IDS, DumpMark.of(config.world()).prefix());
    ObjectNode tables = root.putObject("tables");
    result
        .delivered()
        .forEach(
            (table, tally) -> {
              ObjectNode node = tables.putObject(table.tableName());
              node.put("rows", tally.rows());
              node.put("bytes", tally.bytes());
              node.put("written", result.written().get(table));
              node.put("checksum", tally.checksum());
              long lost = GenerationResult.rows(result.lost().get(table).values());
              if (lost > 0) {
                node.put("lost", lost);
              }
            });
    Tally statements = result.delivered().get(DumpTable.XAPI);
    ObjectNode verbs = root.putObject("verbs");
    for (Verb verb : Verb.values()) {
      if (statements.ofVerb(verb) > 0) {
        verbs.put(verb.iri(), statements.ofVerb(verb));
      }
    }
    ObjectNode courses = root.putObject("courses");
    for (int course = 0; course < statements.courses(); course++) {
      courses.put(
          result.plan().model().courses().get(course).key().value(), statements.ofCourse(course));
    }
    return root;
  }

  /** Adds the files of the rows; nothing when there are none. */
  static void putFiles(ObjectNode manifest, Map<String, Long> files) {
    if (!files.isEmpty()) {
      ObjectNode node = manifest.putObject(FILES);
      files.forEach(node::put);
    }
  }

  /** Names the known answers, by their description. */
  static void putAnswers(ObjectNode manifest, ObjectNode description) {
    ObjectNode node = manifest.putObject(ANSWERS);
    node.put(FOLDER, AnswersFormat.FOLDER);
    node.set(AnswersFormat.AS_OF, description.get(AnswersFormat.AS_OF));
    node.set(AnswersFormat.TABLES, description.get(AnswersFormat.TABLES));
  }

  /** Lists what authors do to their courses by accident; nothing when there are no accidents. */
  static void putAccidents(ObjectNode manifest, Lives lives) {
    if (!lives.habits().accidents().isAny()) {
      return;
    }
    ArrayNode list = manifest.putArray(ACCIDENTS);
    for (CourseRun run : lives.world().runs()) {
      for (Accident accident : new CourseShape(run, lives.habits()).history().accidents()) {
        Accident.Kind kind = accident.kind();
        ObjectNode node = list.addObject();
        node.put("course", run.key());
        node.put("accident", kind.key());
        node.put("block", run.usageKey(kind.type(), accident.block()));
        node.put("at", moment(accident.moment()));
        if (accident.corrected() != Accident.NEVER) {
          node.put("corrected", moment(accident.corrected()));
        }
        if (accident.sequential() != CourseShape.NOWHERE) {
          node.put("to", run.usageKey(BlockType.SEQUENTIAL, accident.sequential()));
        }
      }
    }
  }

  private static String moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  /** A manifest as the content of its file. */
  public static byte[] bytes(ObjectNode manifest) throws IOException {
    return JSON.writeValueAsBytes(manifest);
  }
}
