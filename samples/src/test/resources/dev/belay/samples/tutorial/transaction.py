# A transaction as a class, over a connection that says what it is asked to do.
import asyncio


class Connection:
    async def begin(self):
        await asyncio.sleep(0)
        print("begin")

    async def commit(self):
        await asyncio.sleep(0)
        print("commit")

    async def rollback(self):
        await asyncio.sleep(0)
        print("rollback")


class AsyncTransaction:
    def __init__(self, conn):
        self.conn = conn

    async def __aenter__(self):
        await self.conn.begin()
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if exc_type:
            await self.conn.rollback()
        else:
            await self.conn.commit()
        return False


async def main():
    async with AsyncTransaction(Connection()):
        print("in the block")
    try:
        async with AsyncTransaction(Connection()):
            print("in the block")
            raise ValueError("no")
    except ValueError as e:
        print(f"failed: {e}")


asyncio.run(main())
