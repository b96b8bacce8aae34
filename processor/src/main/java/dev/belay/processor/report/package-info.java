/** What the user is told: findings are values, printed in one place. */
@NullMarked
package dev.belay.processor.report;

import org.jspecify.annotations.NullMarked;
