package dev.belay.samples;

import io.r2dbc.spi.Option;
import io.r2dbc.spi.TransactionDefinition;
import org.jspecify.annotations.Nullable;

/** Asks for a transaction that only reads. PostgreSQL enforces it; H2 takes it for advice. */
enum ReadOnly implements TransactionDefinition {
  TRANSACTION;

  @Override
  public <T> @Nullable T getAttribute(Option<T> option) {
    return option.equals(READ_ONLY) ? option.cast(true) : null;
  }
}
