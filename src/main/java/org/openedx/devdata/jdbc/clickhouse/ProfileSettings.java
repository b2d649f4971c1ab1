package org.openedx.devdata.jdbc.clickhouse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Settings by which a user's profile can make answers that look whole and are not, or mean
 * something else: each statement comes with the values that ClickHouse itself begins with. Of a
 * user who may not change settings the profile is asked instead. Stateless.
 */
final class ProfileSettings {

  /** Limits that a profile can let end in the rows until then, without a word. */
  private static final List<String> OVERFLOWS =
      List.of(
          "result", "read", "timeout", "group_by", "sort", "distinct", "set", "join", "transfer");

  private static final Map<String, String> VALUES = values();

  private ProfileSettings() {}

  private static Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    OVERFLOWS.forEach(limit -> values.put(limit + "_overflow_mode", "throw"));
    values.put("limit", "0");
    values.put("offset", "0");
    values.put("extremes", "0");
    values.put("join_use_nulls", "0");
    values.put("transform_null_in", "0");
    values.put("aggregate_functions_null_for_empty", "0");
    values.put("empty_result_for_aggregation_by_empty_set", "0");
    values.put("date_time_output_format", "simple");
    values.put("output_format_tsv_crlf_end_of_line", "0");
    return Map.copyOf(values);
  }

  /** The values, by name. */
  static Map<String, String> ofAStatement() {
    return VALUES;
  }

  /** A query for the settings of this user that have other values: name and value. */
  static String others() {
    return VALUES.entrySet().stream()
        .map(
            each ->
                "name = %s AND value != %s"
                    .formatted(
                        TableName.literal(each.getKey()), TableName.literal(each.getValue())))
        .collect(
            Collectors.joining(
                " OR ", "SELECT name, value FROM system.settings WHERE ", " ORDER BY name"));
  }
}
