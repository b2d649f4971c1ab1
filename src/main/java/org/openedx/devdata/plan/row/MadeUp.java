package org.openedx.devdata.plan.row;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Values of a row that no record asks for in particular: others would do as well. Immutable.
 *
 * @param maker values by column for an attempt, counted from 0
 * @param columns names of the columns that have such values
 */
public record MadeUp(IntFunction<Map<String, Object>> maker, List<String> columns) {}
