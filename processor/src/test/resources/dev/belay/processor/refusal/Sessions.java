package t;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.Async;
import dev.belay.AsyncMethod;
import dev.belay.AsyncResource;
import dev.belay.AsyncScope;
import dev.belay.Yield;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

class Sessions {
  interface Session extends Closeable {
    CompletionStage<Void> release();

    CompletionStage<String> send(String text, int... codes);
  }

  protected String last = "";

  @AsyncResource
  static void session(CompletionStage<Session> pool, Yield<Session> scope) {
    Session session = await(pool);
    try {
      scope.yield(session);
    } finally {
      await(session.release());
    }
  }

  @AsyncMethod
  int publish(AsyncScope<Session> scope, CompletionStage<Session> pool) throws IOException {
    Session session = using(scope);
    int count = 0;
    try (Session second = await(pool)) {
      count += await(second.send("a", 1, 2)).length();
      last = await(session.send(last + count)) + await(session.send("b"));
      if (count > 10) return count;
    } catch (IllegalStateException | IllegalArgumentException e) {
      await(session.send(e.getMessage()));
      throw e;
    } catch (RuntimeException e) {
      last = e.toString();
    } finally {
      count--;
      String text = await(session.send("done"), IOException.class);
      last = text == null ? last : text;
    }
    synchronized (this) {
      last += count;
    }
    return count;
  }

  @AsyncMethod
  static String chosen(CompletionStage<Integer> number, CompletionStage<String> text) {
    String[] all = {"a", await(text), "c"};
    all[await(number)] = all[0] + await(text);
    long sum = await(number) * 2L + (await(number) > 3 ? 1 : await(number));
    Object o = await(number) == 1 || sum > 2 ? await(text) : all;
    return o instanceof String s && !s.isEmpty() ? s : String.valueOf(sum);
  }
}
