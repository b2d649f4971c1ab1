package org.openedx.devdata.plan;

import org.openedx.devdata.jdbc.Table;

/**
 * A field of a kind that names a row of a table which must exist, in the specs or in the database.
 *
 * @param kind name of the kind that refers
 * @param field its field, or {@code list.field} for nested records
 * @param noun what is referred to, for messages: {@code user}
 * @param table where it is looked up
 * @param column by which column
 * @param providerKind name of the kind whose records stand for such rows
 * @param providerField their field that holds the name
 * @param unlessSetting name of a boolean setting of the spec that makes the rule void, or empty
 */
public record ReferenceRule(
    String kind,
    String field,
    String noun,
    Table table,
    String column,
    String providerKind,
    String providerField,
    String unlessSetting) {}
