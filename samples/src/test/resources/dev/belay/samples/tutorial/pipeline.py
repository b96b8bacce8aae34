# A producer and two consumers; None says that there are no more items.
import asyncio


async def producer(queue, items):
    for item in items:
        await queue.put(item)
        print(f"Produced: {item}")
        await asyncio.sleep(0.1)
    await queue.put(None)


async def consumer(queue, name):
    while True:
        item = await queue.get()
        if item is None:
            await queue.put(None)
            break
        print(f"Consumer {name} processing: {item}")
        await asyncio.sleep(0.2)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=5)
    await asyncio.gather(producer(queue, range(10)), consumer(queue, "A"), consumer(queue, "B"))


asyncio.run(main())
