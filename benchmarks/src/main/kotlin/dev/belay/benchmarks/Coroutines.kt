package dev.belay.benchmarks

import java.util.concurrent.CompletableFuture
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.future.asCompletableFuture
import kotlinx.coroutines.future.await
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

/** The same bodies as coroutines: flows, consumed in a coroutine that no dispatcher moves. */
object Coroutines {
  private val scope = CoroutineScope(Dispatchers.Unconfined)

  private fun ready(count: Int): Flow<Int> = flow { for (i in 0 until count) emit(Numbers.of(i)) }

  private fun completed(count: Int, stages: Array<CompletableFuture<Int>>): Flow<Int> = flow {
    for (i in 0 until count) emit(stages[i and 127].await())
  }

  private fun pending(count: Int, loop: EventLoop): Flow<Int> = flow {
    for (i in 0 until count) emit(loop.later(Numbers.of(i)).await())
  }

  private fun passing(source: Flow<Int>): Flow<Int> = flow { source.collect { emit(it) } }

  private fun sum(elements: Flow<Int>): CompletableFuture<Long> =
    scope
      .async(start = CoroutineStart.UNDISPATCHED) {
        var sum = 0L
        elements.collect { sum += it }
        sum
      }
      .asCompletableFuture()

  @JvmStatic fun sumReady(count: Int): CompletableFuture<Long> = sum(ready(count))

  @JvmStatic
  fun sumCompleted(count: Int, stages: Array<CompletableFuture<Int>>): CompletableFuture<Long> =
    sum(completed(count, stages))

  @JvmStatic
  fun sumPending(count: Int, loop: EventLoop): CompletableFuture<Long> = sum(pending(count, loop))

  @JvmStatic
  fun sumFed(count: Int): CompletableFuture<Long> {
    val items = Channel<Int>(count)
    val sum = sum(flow { for (i in 0 until count) emit(items.receive()) })
    for (i in 0 until count) items.trySend(Numbers.of(i)).getOrThrow()
    return sum
  }

  @JvmStatic
  fun sumPassed(count: Int, loop: EventLoop): CompletableFuture<Long> =
    sum(passing(passing(pending(count, loop))))

  @JvmStatic
  fun sumScopes(count: Int, pool: Pool): CompletableFuture<Long> =
    scope
      .async(start = CoroutineStart.UNDISPATCHED) {
        var sum = 0L
        for (i in 0 until count) {
          val session = pool.open(i).await()
          try {
            sum += session
          } finally {
            pool.close(session).await()
          }
        }
        sum
      }
      .asCompletableFuture()

  private suspend fun deep(pool: Pool, i: Int, depth: Int): Int =
    if (depth == 1) pool.open(i).await() else deeper(pool, i, depth)

  /** Not in tail position, where Kotlin would need no object for the call. */
  private suspend fun deeper(pool: Pool, i: Int, depth: Int): Int {
    val result = deep(pool, i, depth - 1)
    return result
  }

  @JvmStatic
  fun sumCalls(count: Int, depth: Int, pool: Pool): CompletableFuture<Long> =
    scope
      .async(start = CoroutineStart.UNDISPATCHED) {
        var sum = 0L
        for (i in 0 until count) sum += deep(pool, i, depth)
        sum
      }
      .asCompletableFuture()

  private suspend fun traffic(pairs: Int, capacity: Int): Long = coroutineScope {
    val channel = Channel<Int>(capacity)
    for (first in 0 until pairs) {
      launch { for (i in first until Numbers.COUNT step pairs) channel.send(Numbers.of(i)) }
    }
    List(pairs) {
        async {
          var sum = 0L
          repeat(Numbers.COUNT / pairs) { sum += channel.receive() }
          sum
        }
      }
      .awaitAll()
      .sum()
  }

  @JvmStatic
  fun queueOnOneLoop(pairs: Int, capacity: Int): Long = runBlocking { traffic(pairs, capacity) }

  @JvmStatic
  fun queueOnThePool(pairs: Int, capacity: Int): Long =
    runBlocking(Dispatchers.Default) { traffic(pairs, capacity) }
}
