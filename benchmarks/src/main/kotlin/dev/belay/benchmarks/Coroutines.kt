package dev.belay.benchmarks

import java.util.concurrent.CompletableFuture
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.future.asCompletableFuture
import kotlinx.coroutines.future.await

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
  fun sumPassed(count: Int, loop: EventLoop): CompletableFuture<Long> =
    sum(passing(passing(pending(count, loop))))
}
