package dev.belay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as the template of an asynchronous generator (PEP 525): a {@code void} method
 * whose last parameter is a {@link Yield} or an {@link Exchange}.
 *
 * <p>With {@code Yield<T>} the companion returns a cold {@link AsyncIterable}: each {@link
 * AsyncIterable#iterator() iterator()} is a fresh run of the body with the captured arguments (A1,
 * A49). With {@code Exchange<T, S>} it returns an {@link AsyncConversation}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AsyncGenerator {}
