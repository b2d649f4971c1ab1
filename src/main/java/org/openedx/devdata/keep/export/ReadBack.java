package org.openedx.devdata.keep.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.plan.kind.RecordDraft;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;
import org.openedx.devdata.spec.read.KeyParsers;
import org.openedx.devdata.spec.read.SpecReader;
import org.openedx.devdata.spec.yaml.SpecNode;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

/**
 * Reads records as a load would before they are written, and leaves out what specs refuse: nothing
 * is written that no load takes. Not thread-safe.
 */
final class ReadBack {

  private static final String FILE = "(export)";

  /** Kinds with more records are not what checks of other kinds look at. */
  private static final int REMEMBERED = 2_000;

  private final SqlService service;
  private final SpecReader reader;
  private final YamlReader yaml = new YamlReader(YamlLimits.DEFAULT, name -> null);
  private final Map<String, List<SpecRecord>> earlier = new LinkedHashMap<>();

  ReadBack(SqlService service, KeyParsers keys) {
    this.service = service;
    this.reader = new SpecReader(service.descriptor(), keys);
  }

  /**
   * Takes out of the drafts what is refused: an optional field, or else the whole record, which is
   * refused then.
   *
   * @return fields that were taken out, by draft
   */
  Map<RecordDraft, Map<String, String>> check(Kind kind, List<RecordDraft> drafts) {
    Map<RecordDraft, Map<String, String>> dropped = new HashMap<>();
    List<RecordDraft> left = new ArrayList<>(drafts);
    while (!left.isEmpty()) {
      DraftText text = new DraftText();
      left.forEach(text::add);
      Problems problems = new Problems();
      Optional<ServiceSpec> spec = read(kind, text.toString(), problems);
      if (problems.isEmpty() && same(kind, left, spec.orElseThrow(), dropped)) {
        remember(kind, spec.orElseThrow().of(kind.name()));
        return dropped;
      }
      takeOut(problems, text, left, dropped);
      left.removeIf(draft -> !draft.refusal().isEmpty());
    }
    return dropped;
  }

  private Optional<ServiceSpec> read(Kind kind, String records, Problems problems) {
    byte[] bytes = (kind.name() + ":\n" + records).getBytes(StandardCharsets.UTF_8);
    Optional<SpecNode> root = yaml.read(FILE, bytes, problems);
    if (root.isEmpty() || !problems.isEmpty()) {
      return Optional.empty();
    }
    ServiceSpec spec = reader.read(FILE, root.get(), problems);
    Map<String, List<SpecRecord>> all = new LinkedHashMap<>(earlier);
    all.put(kind.name(), spec.of(kind.name()));
    service.check(new ServiceSpec(spec.descriptor(), spec.file(), spec.settings(), all), problems);
    return Optional.of(spec);
  }

  private static void takeOut(
      Problems problems,
      DraftText text,
      List<RecordDraft> drafts,
      Map<RecordDraft, Map<String, String>> dropped) {
    boolean any = problems.isEmpty();
    for (Problem problem : problems.sorted()) {
      DraftText.Place place = text.place(problem.position().line() - 2);
      if (place != null) {
        any = true;
        takeOut(place.draft(), place.field(), problem.message(), dropped);
      }
    }
    if (!any) {
      drafts.forEach(draft -> draft.refuse(problems.sorted().get(0).message()));
    }
  }

  private static void takeOut(
      RecordDraft draft, int field, String reason, Map<RecordDraft, Map<String, String>> dropped) {
    boolean required = draft.kind().fields().get(field).required();
    String name = draft.kind().fields().get(field).name();
    if (required || !draft.has(name)) {
      draft.refuse(reason);
      return;
    }
    draft.drop(field);
    dropped.computeIfAbsent(draft, any -> new LinkedHashMap<>()).put(name, reason);
  }

  /** Takes out what is read as something else than it was, such as a number without end. */
  private static boolean same(
      Kind kind,
      List<RecordDraft> drafts,
      ServiceSpec spec,
      Map<RecordDraft, Map<String, String>> dropped) {
    List<SpecRecord> records = spec.of(kind.name());
    boolean same = true;
    for (int i = 0; i < records.size(); i++) {
      SpecRecord wanted = drafts.get(i).toRecord();
      for (int field = 0; field < kind.fields().size(); field++) {
        if (!same(wanted.raw(field), records.get(i).raw(field))) {
          same = false;
          takeOut(drafts.get(i), field, "is read in another way than it is stored", dropped);
        }
      }
    }
    return same;
  }

  private static boolean same(Object wanted, Object read) {
    if (wanted instanceof TimeExpression one && read instanceof TimeExpression other) {
      return one.at(Instant.EPOCH).equals(other.at(Instant.EPOCH));
    }
    if (wanted instanceof BigDecimal one && read instanceof BigDecimal other) {
      return one.compareTo(other) == 0;
    }
    if (wanted instanceof JsonNode one && read instanceof JsonNode other) {
      return one.equals(ReadBack::compare, other);
    }
    if (wanted instanceof SpecRecord one && read instanceof SpecRecord other) {
      for (int field = 0; field < one.kind().fields().size(); field++) {
        if (!same(one.raw(field), other.raw(field))) {
          return false;
        }
      }
      return true;
    }
    if (wanted instanceof List<?> one && read instanceof List<?> other) {
      boolean same = one.size() == other.size();
      for (int i = 0; same && i < one.size(); i++) {
        same = same(one.get(i), other.get(i));
      }
      return same;
    }
    return Objects.equals(wanted, read);
  }

  private static int compare(JsonNode one, JsonNode other) {
    boolean numbers = one.isNumber() && other.isNumber();
    return numbers && one.decimalValue().compareTo(other.decimalValue()) == 0 || one.equals(other)
        ? 0
        : 1;
  }

  /** Checks of later kinds may look at what earlier ones declare. */
  private void remember(Kind kind, List<SpecRecord> records) {
    List<SpecRecord> known = earlier.computeIfAbsent(kind.name(), any -> new ArrayList<>());
    if (known.size() + records.size() <= REMEMBERED) {
      known.addAll(records);
    }
  }
}
