package dev.belay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as the template of an asynchronous method (PEP 492's {@code async def}).
 *
 * <p>The companion starts the body at once on the calling thread and returns a {@link
 * java.util.concurrent.CompletableFuture} of its result. Cancelling that future cancels the awaited
 * stage and unwinds through the body's {@code finally} blocks (G20); the future completes when the
 * body has ended. Completing it from outside is refused (G28).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AsyncMethod {}
