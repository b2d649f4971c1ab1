/**
 * Contradictions between records: values that must differ, or agree, in one spec and in those
 * loaded before it. Knows no table; uses {@code spec}.
 */
package org.openedx.devdata.plan.conflicts;
