/**
 * One rule a file.
 *
 * <p>To add one: write {@code rule/Name.java}, its test {@code rule/NameTest.java}, its page {@code
 * docs/rules/Name.md}, and a line in {@link dev.belay.processor.check.rule.RuleCatalog}; {@code
 * RuleCatalogTest} fails while one of them is missing. Look at {@link
 * dev.belay.processor.check.rule.LazyReleaseNotSubscribed} for the shape. An error by default must
 * be obvious once shown and never wrong: whatever cannot be proved is no finding, and is listed on
 * the page as a known limit.
 */
@NullMarked
package dev.belay.processor.check.rule;

import org.jspecify.annotations.NullMarked;
