package dev.belay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the template of an asynchronous resource, a method or a class.
 *
 * <p>A <b>method</b> (Python's {@code @asynccontextmanager}, D24) has a {@link Yield} as its last
 * parameter and yields exactly once: what runs before the yield acquires, the yielded value is the
 * resource, and what runs after it releases. The companion returns a single-use {@link AsyncScope}
 * (D32).
 *
 * <p>A <b>class</b> (PEP 492's {@code __aenter__} and {@code __aexit__}) has a method that opens
 * and a method that closes; the generated scope has one {@code of} per accessible constructor.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AsyncResource {

  /**
   * The name of the opening method of an annotated class; ignored on a method.
   *
   * @return a method name, {@code "open"} by default
   */
  String open() default "open";

  /**
   * The name of the closing method of an annotated class; ignored on a method.
   *
   * @return a method name, {@code "close"} by default
   */
  String close() default "close";
}
