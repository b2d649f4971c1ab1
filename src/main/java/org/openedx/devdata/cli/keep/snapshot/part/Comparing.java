package org.openedx.devdata.cli.keep.snapshot.part;

import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.openedx.devdata.cli.console.Session;

/**
 * Ways to compare.
 *
 * @param items which items of a store to look at
 * @param limit maximum number of rows of each item that are shown
 * @param done receives numbers of rows as they are read
 */
public record Comparing(Session session, Predicate<String> items, int limit, LongConsumer done) {}
