# The resource of the tutorial: what stands after the yield runs on every way out.
import asyncio
import time
from contextlib import asynccontextmanager


@asynccontextmanager
async def timer(label):
    start = time.perf_counter()
    try:
        yield
    finally:
        print(f"{label}: {time.perf_counter() - start:.3f}s")


async def main():
    async with timer("database query"):
        await asyncio.sleep(0.1)


asyncio.run(main())
