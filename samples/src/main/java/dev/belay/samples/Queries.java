package dev.belay.samples;

import static dev.belay.Async.await;

import dev.belay.AsyncMethod;
import dev.belay.reactivestreams.Publishers;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.function.Function;

/** Running a statement: in R2DBC, first its result arrives and then what is in it. */
final class Queries {
  /** For how many rows the database is asked at a time. */
  private static final int PAGE = 64;

  private Queries() {}

  /** All rows of a query. */
  @AsyncMethod
  static <T> List<T> rows(Statement query, Function<? super Readable, ? extends T> mapper) {
    Result result = await(Publishers.one(query.execute()));
    return await(Publishers.<T>iterable(result.map(mapper), PAGE).toList());
  }

  /** Changes rows, or the schema. */
  @AsyncMethod
  static void update(Statement change) {
    Result result = await(Publishers.one(change.execute()));
    await(Publishers.done(result.getRowsUpdated()));
  }
}
