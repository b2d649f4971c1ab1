package org.openedx.devdata.service.lms.userstate.store;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads page after page as its items are asked for. Not thread-safe. */
public abstract class Pages<T> implements Iterator<T> {

  private List<T> page = List.of();
  private int next;
  private boolean ended;

  /** The next page, which may be empty; null when there is none. */
  protected abstract List<T> nextPage();

  @Override
  public boolean hasNext() {
    while (next == page.size() && !ended) {
      List<T> read = nextPage();
      ended = read == null;
      page = ended ? List.of() : read;
      next = 0;
    }
    return next < page.size();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.get(next++);
  }

  /** A stream that asks for its iterator when it is consumed, and for no item before its time. */
  public static <T> Stream<T> stream(Supplier<Iterator<T>> items) {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(
        () -> Spliterators.spliteratorUnknownSize(items.get(), traits), traits, false);
  }
}
