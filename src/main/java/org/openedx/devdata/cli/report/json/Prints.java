package org.openedx.devdata.cli.report.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The results that a command prints with {@code --format json}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Prints {

  /** The records; none when the command prints no result, or one of another standard. */
  Class<? extends Record>[] value();

  /** True when the document is a list of such records. */
  boolean list() default false;
}
