# The protocol of asynchronous iteration, by hand.
import asyncio


class AsyncNumberRange:
    def __init__(self, start, stop):
        self.current = start
        self.stop = stop

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.current > self.stop:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        value = self.current
        self.current += 1
        return value


async def main():
    async for n in AsyncNumberRange(1, 5):
        print(n)


asyncio.run(main())
