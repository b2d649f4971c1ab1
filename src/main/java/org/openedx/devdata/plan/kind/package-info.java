/**
 * Kinds of record: fields, tables, factory, references between records, and the way back from rows
 * to drafts of records.
 */
package org.openedx.devdata.plan.kind;
