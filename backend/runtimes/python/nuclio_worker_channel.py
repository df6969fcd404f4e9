"""The two pipes between a worker and the server: frames of two lengths, a JSON head and raw bytes."""

import json
import os
import struct
import threading

_LENGTHS = struct.Struct(">II")
_SMALL_BODY = 65536


class Channel:
    """Blocking writes from any thread; blocking reads until a loop takes the reading over."""

    def __init__(self, read_descriptor=3, write_descriptor=4):
        # What the function starts has no business with these.
        os.set_inheritable(read_descriptor, False)
        os.set_inheritable(write_descriptor, False)
        self._read_descriptor = read_descriptor
        self._write_descriptor = write_descriptor
        self._write_lock = threading.RLock()

    def send(self, head, body=b""):
        text = json.dumps(head).encode()
        head_bytes = _LENGTHS.pack(len(text), len(body)) + text
        # In one write where that copies little: each wakes the server up.
        pieces = [head_bytes + body] if len(body) <= _SMALL_BODY else [head_bytes, body]
        with self._write_lock:
            for piece in pieces:
                self._write(piece)

    def _write(self, data):
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self._write_descriptor, rest) :]

    def read_blocking(self):
        """The next frame as (head, body). Only before `reader` was called."""
        head_length, body_length = _LENGTHS.unpack(self._read_exactly(_LENGTHS.size))
        head = json.loads(self._read_exactly(head_length))
        return head, self._read_exactly(body_length)

    def _read_exactly(self, size):
        data = bytearray()
        while len(data) < size:
            chunk = os.read(self._read_descriptor, size - len(data))
            if not chunk:
                raise EOFError
            data += chunk
        return bytes(data)

    async def reader(self, loop):
        """An async function that gives the next frame, so that background tasks run while no event is there."""
        import asyncio

        stream = asyncio.StreamReader(limit=1 << 20)
        pipe = os.fdopen(self._read_descriptor, "rb", buffering=0)
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(stream), pipe)

        async def read():
            head_length, body_length = _LENGTHS.unpack(await stream.readexactly(_LENGTHS.size))
            head = json.loads(await stream.readexactly(head_length))
            return head, await stream.readexactly(body_length)

        return read
