package dev.belay.samples;

import static dev.belay.Async.await;

import dev.belay.AsyncMethod;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.function.Function;

/** Running a statement: in R2DBC, first its result arrives and then what is in it. */
final class Queries {
  private Queries() {}

  /** All rows of a query. */
  @AsyncMethod
  static <T> List<T> rows(Statement query, Function<? super Readable, ? extends T> mapper) {
    Result result = await(Publishers.one(query.execute()));
    return await(Publishers.<T>all(result.map(mapper)));
  }

  /** Changes rows, or the schema. */
  @AsyncMethod
  static void update(Statement change) {
    Result result = await(Publishers.one(change.execute()));
    await(Publishers.done(result.getRowsUpdated()));
  }
}
