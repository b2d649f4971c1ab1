package org.openedx.devdata.service.lms.userstate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/**
 * Records of {@code student_modules}: problems with one earlier version, made when they are asked
 * for, as a file of two million would not fit in memory. Immutable.
 */
final class BenchRecords extends AbstractList<SpecRecord> {

  static final String COURSE = "course-v1:Bench+C1+2026";

  private static final TimeExpression VIEWED = TimeExpression.parse("2026-01-05T09:55:00Z");
  private static final TimeExpression SAVED = TimeExpression.parse("2026-01-05T10:00:00Z");

  private final Kind kind;
  private final int learners;
  private final int blocks;
  private final int username;
  private final int block;
  private final int[] places;
  private final String[] blockKeys;
  private final Object[][] shared = new Object[4][];

  private BenchRecords(Kind kind, int learners, int blocks) {
    this.kind = kind;
    this.learners = learners;
    this.blocks = blocks;
    this.username = kind.indexOf("username");
    this.block = kind.indexOf("block");
    this.places = new int[2 * kind.fields().size()];
    this.blockKeys =
        IntStream.range(0, blocks)
            .mapToObj(n -> "block-v1:Bench+C1+2026+type@problem+block@p" + n)
            .toArray(String[]::new);
    for (int answer = 0; answer < shared.length; answer++) {
      shared[answer] = values(kind, answer);
    }
  }

  /** An entry of a run with records for all blocks of all learners. */
  static RunEntry entry(ConnectionSettings connection, int learners, int blocks) {
    LmsService service = LmsService.lms();
    Kind kind =
        service.descriptor().kinds().stream()
            .filter(one -> one.name().equals("student_modules"))
            .findFirst()
            .orElseThrow();
    Kind settings = service.descriptor().settingsKind();
    ServiceSpec spec =
        new ServiceSpec(
            service.descriptor(),
            "bench",
            record(settings, Map.of()),
            Map.of(kind.name(), new BenchRecords(kind, learners, blocks)));
    return new RunEntry(1, service, spec, connection);
  }

  @Override
  public int size() {
    return learners * blocks;
  }

  /** Made of values that are shared, so that making it costs little beside what is measured. */
  @Override
  public SpecRecord get(int index) {
    Object[] values = shared[index % blocks % shared.length].clone();
    values[username] = "learner_" + index / blocks;
    values[block] = blockKeys[index % blocks];
    return SpecRecord.of(kind, new Position("bench", index + 1, 1), index, values, places, null);
  }

  private static Object[] values(Kind kind, int answer) {
    Kind versions = ((FieldType.Records) kind.fields().get(kind.indexOf("versions")).type()).kind();
    ObjectNode viewed = JsonNodeFactory.instance.objectNode().put("seed", 1);
    return values(
        kind,
        Map.of(
            "state",
            JsonNodeFactory.instance
                .objectNode()
                .put("seed", 1)
                .put("attempts", 1)
                .put("answer", "choice_" + answer)
                .put("done", true),
            "grade",
            answer % 2 * 1.0,
            "max_grade",
            1.0,
            "modified",
            SAVED,
            "versions",
            List.of(record(versions, Map.of("state", viewed, "created", VIEWED)))));
  }

  private static Object[] values(Kind kind, Map<String, Object> fields) {
    Object[] values = new Object[kind.fields().size()];
    fields.forEach((name, value) -> values[kind.indexOf(name)] = value);
    return values;
  }

  private static SpecRecord record(Kind kind, Map<String, Object> fields) {
    Object[] values = values(kind, fields);
    return SpecRecord.of(
        kind, new Position("bench", 1, 1), 0, values, new int[2 * values.length], null);
  }
}
