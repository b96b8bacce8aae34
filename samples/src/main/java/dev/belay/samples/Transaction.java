package dev.belay.samples;

import static dev.belay.Async.await;

import dev.belay.AsyncResource;
import dev.belay.reactivestreams.Publishers;
import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;

/** A transaction as a class: committed, unless what was done in it fails. */
@AsyncResource
final class Transaction {
  private final Connection connection;

  Transaction(Connection connection) {
    this.connection = connection;
  }

  void open() {
    await(Publishers.done(connection.beginTransaction()));
  }

  void close(@Nullable Throwable failure) {
    if (failure == null) {
      await(Publishers.done(connection.commitTransaction()));
    } else {
      await(Publishers.done(connection.rollbackTransaction()));
    }
  }
}
