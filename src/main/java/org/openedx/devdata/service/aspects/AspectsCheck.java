package org.openedx.devdata.service.aspects;

import java.util.List;
import org.openedx.devdata.world.raw.AspectsTable;
import org.openedx.devdata.world.raw.AspectsTables;

/**
 * A rule that loaded data must keep, as a query for what breaks it. In the query {@code {xapi}},
 * {@code {sink}} and {@code {raw}} stand for the site's names, {@code {sample}} for a condition
 * that picks some of the statements.
 *
 * @param name what must hold
 * @param needs the tables without whose rows the rule says nothing
 * @param broken a query for how many break it and one example
 * @param hint what to do
 */
record AspectsCheck(String name, List<AspectsTable> needs, String broken, String hint) {

  private static final AspectsTable RAW = AspectsTables.STATEMENTS;

  /** The course of a statement, without {@code course-v1:}. */
  static final String COURSE_KEY =
      "extract(event, '(?:course-v1|ccx-v1|block-v1):([^\"/@?]+?)(?:\\\\+type@|[\"/?])')";

  /** All rules, in the order in which they are reported. */
  static final List<AspectsCheck> ALL =
      List.of(
          new AspectsCheck(
              "the id of a statement is its event_id",
              List.of(RAW),
              "SELECT count(), any(toString(event_id)) FROM {raw} WHERE {sample} AND"
                  + " toUUIDOrZero(JSONExtractString(event, 'id')) != event_id",
              "reload these statements"),
          new AspectsCheck(
              "the timestamp of a statement is its emission_time",
              List.of(RAW),
              "SELECT count(), any(toString(event_id)) FROM {raw} WHERE {sample} AND"
                  + " parseDateTime64BestEffortOrZero(JSONExtractString(event, 'timestamp'), 6,"
                  + " 'UTC') != emission_time",
              "reload these statements"),
          new AspectsCheck(
              "an evaluated statement has success and a small whole attempt-id",
              List.of(RAW),
              "SELECT count(), any(toString(event_id)) FROM {raw} WHERE {sample} AND"
                  + " JSONExtractString(event, 'verb', 'id') ="
                  + " 'https://w3id.org/xapi/acrossx/verbs/evaluated' AND"
                  + " (JSONType(event, 'result', 'success') != 'Bool' OR"
                  + " NOT (JSONExtractInt(event, 'object', 'definition', 'extensions',"
                  + " 'http://id.tincanapi.com/extension/attempt-id') BETWEEN 1 AND 32767))",
              "the derived tables refuse such statements"),
          new AspectsCheck(
              "the course of a statement is in course_overviews",
              List.of(RAW, AspectsTables.COURSE_OVERVIEWS),
              "SELECT count(), any(key) FROM (SELECT "
                  + COURSE_KEY
                  + " AS key FROM {raw} WHERE {sample} AND key != '') WHERE key NOT IN (SELECT"
                  + " substring(course_key, position(course_key, ':') + 1) FROM"
                  + " {sink}.course_overviews)",
              "load the courses, then rebuild"),
          new AspectsCheck(
              "the learner of a statement is in external_id",
              List.of(RAW, AspectsTables.EXTERNAL_ID),
              "SELECT count(), any(name) FROM (SELECT JSONExtractString(event, 'actor', 'account',"
                  + " 'name') AS name FROM {raw} WHERE {sample} AND name != '') WHERE"
                  + " toUUIDOrZero(name) NOT IN (SELECT external_user_id FROM {sink}.external_id)",
              "load the learners; their names stay empty in reports"),
          new AspectsCheck(
              "the block of a statement is in course_blocks",
              List.of(RAW, AspectsTables.COURSE_BLOCKS),
              "SELECT count(), any(block) FROM (SELECT replaceRegexpOne(extract("
                  + "JSONExtractString(event, 'object', 'id'),"
                  + " '/xblock/(block-v1:[^/?]+)'), '_[0-9]+_[0-9]+$', '') AS block FROM {raw}"
                  + " WHERE {sample} AND block != '') WHERE block NOT IN (SELECT location FROM"
                  + " {sink}.course_blocks)",
              "load the blocks, then rebuild"),
          new AspectsCheck(
              "every course has its course block, chapters and sequentials in course_blocks",
              List.of(AspectsTables.COURSE_OVERVIEWS, AspectsTables.COURSE_BLOCKS),
              "SELECT count(), any(course_key) FROM (SELECT DISTINCT course_key FROM"
                  + " {sink}.course_overviews) WHERE course_key NOT IN (SELECT course_key FROM"
                  + " {sink}.course_blocks GROUP BY course_key HAVING"
                  + " countIf(location LIKE '%type@course+block@%') > 0 AND"
                  + " countIf(location LIKE '%type@chapter+block@%') > 0 AND"
                  + " countIf(location LIKE '%type@sequential+block@%') > 0)",
              "without them reports have no sections"),
          new AspectsCheck(
              "the block id of a problem has no '_'",
              List.of(AspectsTables.COURSE_BLOCKS),
              "SELECT count(), any(location) FROM {sink}.course_blocks WHERE"
                  + " match(location, 'type@problem\\\\+block@.*_')",
              "the reports cut such ids at the '_'"),
          new AspectsCheck(
              "every learner of external_id has a profile",
              List.of(AspectsTables.EXTERNAL_ID, AspectsTables.USER_PROFILE),
              "SELECT count(), any(toString(user_id)) FROM {sink}.external_id WHERE user_id NOT IN"
                  + " (SELECT user_id FROM {sink}.user_profile)",
              "load the profiles"),
          new AspectsCheck(
              "tags are of taxonomies that exist",
              List.of(AspectsTables.TAG),
              "SELECT count(), any(value) FROM {sink}.tag WHERE taxonomy NOT IN (SELECT id FROM"
                  + " {sink}.taxonomy)",
              "load the taxonomies"),
          new AspectsCheck(
              "objects have tags that exist",
              List.of(AspectsTables.OBJECT_TAG),
              "SELECT count(), any(object_id) FROM {sink}.object_tag WHERE tag NOT IN (SELECT id"
                  + " FROM {sink}.tag)",
              "load the tags"),
          dumpTimes(AspectsTables.COURSE_OVERVIEWS),
          dumpTimes(AspectsTables.COURSE_BLOCKS),
          dumpTimes(AspectsTables.USER_PROFILE));

  /** The newest row is found by comparing these texts, so they must have one form. */
  private static AspectsCheck dumpTimes(AspectsTable table) {
    return new AspectsCheck(
        "time_last_dumped of " + table.name() + " has the plugin's form",
        List.of(table),
        "SELECT count(), any(time_last_dumped) FROM {sink}."
            + table.name()
            + " WHERE NOT match(time_last_dumped,"
            + " '^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}\\\\.[0-9]{6}\\\\+00:00$')",
        "the newest row of a course, block or learner is not found");
  }
}
