package org.openedx.devdata.cli.report.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A member of a result.
 *
 * @param name as JSON has it
 * @param type of its value
 * @param description of it
 * @param leftOut whether it is left out when there is no value
 * @param accessor reads it
 */
public record Member(String name, Type type, String description, boolean leftOut, Method accessor) {

  private static final ClassValue<List<Member>> KNOWN =
      new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents()).map(Member::of).toList();
        }
      };

  /**
   * The members of a record, in order.
   *
   * @throws IllegalArgumentException when it is no result: a component has no {@link Meaning}
   */
  public static List<Member> of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static Member of(RecordComponent component) {
    Meaning meaning = component.getAnnotation(Meaning.class);
    if (meaning == null) {
      throw new IllegalArgumentException(
          component.getDeclaringRecord() + " does not say the meaning of " + component.getName());
    }
    Method accessor = component.getAccessor();
    accessor.setAccessible(true); // Results are seen by their own room only.
    return new Member(
        meaning.name().isEmpty() ? component.getName() : meaning.name(),
        component.getGenericType(),
        meaning.value(),
        meaning.leftOut(),
        accessor);
  }

  /** Its value in a result; null for an empty {@link Optional}. */
  Object valueIn(Record result) {
    try {
      Object value = accessor.invoke(result);
      return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
