package dev.moim.shared.lambda;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which files of the family's folder in {@code events/} are for this handler, without their {@code
 * .json}. A handler without it has one, that is named as itself: {@code LogInHandler} has {@code
 * logIn}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Examples {
  /** Their names. */
  String[] value();
}
