package org.openedx.devdata.spec.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.yaml.ListNode;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * Reads one item of a list that stands for many records. Used for one item; reports all that is
 * wrong with it.
 */
public final class SeriesReader {

  /** More records than these come from load-db, or from several items. */
  static final int MAXIMUM = 100_000_000;

  private final Kind kind;
  private final MapNode item;
  private final String file;
  private final Map<Kind, List<SpecRecord>> earlier;
  private final Problems problems;
  private final Axes axes = new Axes();
  private final List<Series.Value> values = new ArrayList<>();

  /** Set where it goes through records that could not be read. */
  private boolean unclear;

  /**
   * @param file of the spec
   * @param earlier records of the kinds that are loaded before this one, in that order
   */
  public SeriesReader(
      Kind kind,
      MapNode item,
      String file,
      Map<Kind, List<SpecRecord>> earlier,
      Problems problems) {
    this.kind = kind;
    this.item = item;
    this.file = file;
    this.earlier = earlier;
    this.problems = problems;
  }

  /**
   * Reads the item.
   *
   * @param stream random numbers of this item
   * @param files where its rows come from
   * @return null when a problem was reported
   */
  public Series read(RandomStream stream, RowFiles files) {
    int before = problems.size();
    source(files);
    if (problems.size() == before && !unclear) {
      fields(stream);
    }
    Double share = share();
    long size = axes.size();
    if (problems.size() == before && size > MAXIMUM) {
      problem(
          item,
          "this stands for %s records; at most %,d are made of one item"
              .formatted(size == Long.MAX_VALUE ? "too many" : "%,d".formatted(size), MAXIMUM));
    }
    if (problems.size() > before || unclear) {
      return null;
    }
    Chosen chosen =
        share == null
            ? Chosen.all((int) size)
            : Chosen.share((int) size, share, stream.derive(SeriesKeys.SHARE));
    String place = axes.first() instanceof RowAxis rows ? rows.name() : file;
    return new Series(
        place, item, axes, chosen, values, key -> kind.indexOf(key) >= 0 || !axes.isUsed(key));
  }

  private void problem(SpecNode node, String message) {
    problems.add(node.in(file), message);
  }

  private void source(RowFiles files) {
    List<String> sources =
        SeriesKeys.SOURCES.stream()
            .filter(key -> kind.indexOf(key) < 0 && item.indexOf(key) >= 0)
            .toList();
    SpecNode value = item.get(sources.get(0));
    if (sources.size() > 1) {
      problem(
          item.get(sources.get(1)),
          "%s and %s exclude each other; make two items of it"
              .formatted(sources.get(0), sources.get(1)));
      return;
    }
    switch (sources.get(0)) {
      case SeriesKeys.REPEAT -> repeat(value);
      case SeriesKeys.FROM -> from(value, files);
      default -> forEach(value);
    }
  }

  private void repeat(SpecNode value) {
    String digits = value instanceof ScalarNode scalar ? scalar.text().replace("_", "") : "";
    if (!digits.matches("\\d{1,9}") || Integer.parseInt(digits) > MAXIMUM) {
      problem(value, "repeat must be a number of records, from 0 to %,d".formatted(MAXIMUM));
      return;
    }
    axes.add(new Axis.Numbers(Integer.parseInt(digits)));
  }

  private void from(SpecNode value, RowFiles files) {
    if (!(value instanceof ScalarNode path) || path.isNull()) {
      problem(value, "from must name a file, such as learners.csv or learners.jsonl");
      return;
    }
    try {
      RowFiles.Rows rows = files.read(path.text());
      axes.add(new RowAxis(rows.name(), rows.fields(), rows.rows()));
    } catch (RowFault e) {
      Position there = e.position();
      problems.add(there == null ? value.in(file) : there, e.getMessage());
    }
  }

  private void forEach(SpecNode value) {
    if (!(value instanceof MapNode kinds) || kinds.size() == 0) {
      problem(value, "for_each needs kinds with names of records, as {users: \"learner_*\"}");
      return;
    }
    for (MapNode.Entry entry : kinds.entries()) {
      List<String> names = earlier.keySet().stream().map(Kind::name).toList();
      Kind of =
          earlier.keySet().stream()
              .filter(it -> it.name().equals(entry.key()) || it.aliases().contains(entry.key()))
              .findFirst()
              .orElse(null);
      if (of == null || of.identity().isEmpty()) {
        problems.add(
            new Position(file, entry.line(), entry.column()),
            "for_each does not find %s; it goes through records of this file that are loaded before %s%s"
                .formatted(
                    Shown.quoted(entry.key()),
                    kind,
                    DidYouMean.hint(
                        entry.key(),
                        names,
                        names.isEmpty() ? "" : ": " + String.join(", ", names))));
      } else {
        records(of, entry);
      }
    }
  }

  private void records(Kind of, MapNode.Entry entry) {
    String field = of.identity().get(0);
    List<Pattern> patterns = patterns(entry.value());
    if (patterns.isEmpty()) {
      problem(
          entry.value(),
          "for_each needs a %s of %s, or a list of them; * stands for any characters"
              .formatted(field, of));
      return;
    }
    List<SpecRecord> all = earlier.get(of);
    List<SpecRecord> found =
        all.stream()
            .filter(record -> record.raw(field) instanceof String)
            .filter(
                record ->
                    patterns.stream()
                        .anyMatch(it -> it.matcher(record.requiredText(field)).matches()))
            .collect(Collectors.toList());
    unclear |= all.isEmpty() && !problems.isEmpty();
    if (found.isEmpty() && !unclear) {
      problem(
          entry.value(),
          "no record of %s in this file has such a %s%s"
              .formatted(of, field, all.isEmpty() ? "; it has none at all" : ""));
    }
    if (found.isEmpty()) {
      return;
    }
    RecordAxis axis = new RecordAxis(of, found.size() == all.size() ? all : found);
    int index = axes.add(axis);
    kind.fields().stream()
        .filter(it -> names(it, of) && indexOf(it) < 0)
        .findFirst()
        .ifPresent(
            it ->
                values.add(name(it, of, entry, new Axes.NamedValue(index, axis, nameOf(it, of)))));
  }

  private static boolean names(Field field, Kind of) {
    return field.naming().filter(it -> it.kind().equals(of.name())).isPresent();
  }

  private static String nameOf(Field field, Kind of) {
    List<String> by = field.naming().orElseThrow().fields();
    return of.indexOf(by.get(0)) >= 0 ? by.get(0) : of.identity().get(0);
  }

  private int indexOf(Field field) {
    return Stream.concat(Stream.of(field.name()), field.aliases().stream())
        .mapToInt(item::indexOf)
        .max()
        .orElse(-1);
  }

  /** The key by which a record names the one that it is made for. */
  private Series.Value name(Field field, Kind of, MapNode.Entry entry, Axes.NamedValue value) {
    SpecNode place = entry.value();
    MapNode.Entry key =
        new MapNode.Entry(field.name(), entry.line(), entry.column(), entry.value());
    return new Series.Value(
        key,
        turn ->
            ScalarNode.text(
                place.line(),
                place.column(),
                value
                    .at(turn)
                    .orElseThrow(
                        () -> new SeriesFault(place, "a record of " + of + " has no name"))));
  }

  private static List<Pattern> patterns(SpecNode value) {
    List<SpecNode> written = value instanceof ListNode list ? list.items() : List.of(value);
    List<Pattern> patterns = new ArrayList<>();
    for (SpecNode node : written) {
      if (node instanceof ScalarNode scalar && !scalar.isNull() && !scalar.broken()) {
        String literal =
            Stream.of(scalar.text().split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        patterns.add(Pattern.compile(literal, Pattern.DOTALL));
      }
    }
    return patterns;
  }

  private Double share() {
    SpecNode written = item.get(SeriesKeys.SHARE);
    if (written == null || kind.indexOf(SeriesKeys.SHARE) >= 0) {
      return null;
    }
    double share = SeriesKeys.number(written);
    if (!(share >= 0 && share <= 1)) {
      problem(written, "share must be a number from 0 to 1, such as 0.4");
    }
    return share;
  }

  private void fields(RandomStream stream) {
    FormReader forms = new FormReader(axes, stream, this::problem);
    for (MapNode.Entry entry : item.entries()) {
      int field = kind.indexOf(entry.key());
      boolean own =
          SeriesKeys.SOURCES.contains(entry.key()) || entry.key().equals(SeriesKeys.SHARE);
      if (field >= 0 || !own) {
        Form form =
            forms.read(
                entry.value(), field < 0 ? null : kind.fields().get(field).type(), entry.key());
        values.add(new Series.Value(entry, form));
      }
    }
  }
}
