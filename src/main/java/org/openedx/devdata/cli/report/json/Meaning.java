package org.openedx.devdata.cli.report.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The description of a member of a result; {@code docs/json.md} is made from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Meaning {

  /** The meaning, with its unit. */
  String value();

  /** The member's name, where the component cannot have it. */
  String name() default "";

  /** True when an empty {@link java.util.Optional} leaves the member out; otherwise it is null. */
  boolean leftOut() default false;
}
