package org.openedx.devdata.service.aspects.derived;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.derived.Derived.Kind;

/**
 * The part of a materialized view's definition before its query.
 *
 * @param view its name
 * @param header the definition up to its columns or its query
 */
record ViewDefinition(TableName view, String header) {

  private static final String NAME = "(`[^`]+`|\\w+)\\.(`[^`]+`|[^\\s`(,]+)";
  private static final Pattern QUALIFIED = Pattern.compile(NAME);
  private static final Pattern MENTION = Pattern.compile("(`[^`]+`|\\b\\w+)\\.(`[^`]+`|\\w+)");
  private static final Pattern END = Pattern.compile("\\(|\\sAS\\s+(?:SELECT|WITH)\\b");
  private static final Pattern TARGET = Pattern.compile("\\sTO " + NAME);
  private static final Pattern TIMER = Pattern.compile("\\sREFRESH (?:EVERY|AFTER)\\s");
  private static final Pattern APPEND = Pattern.compile("\\sAPPEND\\b");
  private static final Pattern DEPENDS =
      Pattern.compile("\\sDEPENDS ON (" + NAME + "(?:,\\s*" + NAME + ")*)");

  static ViewDefinition of(TableName view, String create) {
    Matcher end = END.matcher(create);
    return new ViewDefinition(view, end.find() ? create.substring(0, end.start()) : create);
  }

  /** The table that it fills: the named one, or one of the view's own that has its name. */
  TableName target() {
    Matcher matcher = TARGET.matcher(header);
    return matcher.find() ? name(matcher) : view;
  }

  Kind kind() {
    if (!TIMER.matcher(header).find()) {
      return Kind.TRIGGER;
    }
    return APPEND.matcher(header).find() ? Kind.APPENDED : Kind.REFRESHED;
  }

  /** The views whose refreshes it waits for. */
  Set<TableName> waitsFor() {
    Matcher matcher = DEPENDS.matcher(header);
    return matcher.find() ? names(QUALIFIED, matcher.group(1)) : Set.of();
  }

  /** Everything in a text that may be the name of a table. */
  static Set<TableName> mentions(String text) {
    return names(MENTION, text);
  }

  private static Set<TableName> names(Pattern pattern, String text) {
    Set<TableName> names = new LinkedHashSet<>();
    for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
      names.add(name(matcher));
    }
    return names;
  }

  private static TableName name(Matcher matcher) {
    return new TableName(plain(matcher.group(1)), plain(matcher.group(2)));
  }

  private static String plain(String identifier) {
    return identifier.startsWith("`")
        ? identifier.substring(1, identifier.length() - 1)
        : identifier;
  }
}
