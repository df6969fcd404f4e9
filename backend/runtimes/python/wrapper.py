"""Runs one handler: loads it, then takes events from the server, one at a time, until the server goes away."""

import asyncio
import datetime
import importlib
import inspect
import json
import logging
import os
import sys
import traceback

# Where the SDK is when it is not in the interpreter's own environment; whatever that holds comes first.
sys.path.extend(sys.argv[1:])

import nuclio_worker_answer as answers
import nuclio_worker_sdk as sdk
from nuclio_worker_channel import Channel

_OWN_FOLDER = os.path.dirname(os.path.abspath(__file__))
_LEVELS = {"warning": "warn", "critical": "error"}


class _RecordFormatter(logging.Formatter):
    """A log record as the head of a frame."""

    def format(self, record):
        level = record.levelname.lower()
        head = {
            "kind": "log",
            "level": _LEVELS.get(level, level),
            "time": record.created * 1000,
            "message": record.getMessage(),
            "fields": getattr(record, "with", None) or {},
        }
        return sdk.encode_json(head)


class _LogFile:
    """What a logging handler writes to: every write is one formatted record."""

    def __init__(self, channel):
        self._channel = channel

    def write(self, text):
        self._channel.send(json.loads(text))

    def flush(self):
        pass


class Worker:
    def __init__(self, channel, start):
        self._channel = channel
        self._logger = sdk.make_logger(_LogFile(channel), _RecordFormatter())
        trigger = sdk.make_trigger(start["trigger"]["kind"], start["trigger"]["name"])
        self._context = sdk.make_context(
            self._logger, start["namespace"], str(start["workerId"]), trigger, self._control
        )
        self._module, self._entrypoint = _load(start["handler"])

    async def initialise(self):
        init_context = getattr(self._module, "init_context", None)
        if init_context is not None:
            await _result(init_context(self._context))

    async def serve(self, read):
        while True:
            head, body = await read()
            try:
                await self._handle(_event(head["event"], body))
            except Exception as error:
                self._fail(error)

    async def _handle(self, event):
        output = await _result(self._entrypoint(self._context, event))
        generator = answers.generator_of(output)
        if generator is None:
            self._answer(answers.to_answer(output))
        else:
            await self._stream(output, generator)

    async def _control(self, message):
        self._channel.send({"kind": "control", "message": message})

    async def _stream(self, output, generator):
        """The first item decides about status and headers, unless a Response holds the generator."""
        response = output if output is not generator else None
        items = answers.items_of(generator)
        first = await _first(items, b"")
        if response is None:
            answer = answers.to_answer(first)
        else:
            answer = answers.response_answer(response, answers.body_of(first))
        self._answer(answer, streamed=True)
        try:
            self._chunk(answer.body)
            async for item in items:
                self._chunk(answers.to_bytes(answers.body_of(item)))
        except Exception as error:
            self._channel.send({"kind": "end", "error": self._log_exception(error)})
        else:
            self._channel.send({"kind": "end"})

    def _chunk(self, body):
        if body:
            self._channel.send({"kind": "chunk"}, body)

    def _fail(self, error):
        self._answer(answers.Answer(self._log_exception(error), status=500))

    def _log_exception(self, error):
        trace = _trace(error)
        self._logger.error_with("Exception caught in handler", exc=str(error), traceback=trace)
        return 'Exception caught in handler - "{}": {}'.format(error, trace)

    def _answer(self, answer, streamed=False):
        head = {"kind": "answer", "status": answer.status, "headers": answer.headers, "streamed": streamed}
        self._channel.send(head, b"" if streamed else answer.body)


def _load(handler):
    """The module and the callable of `package.module:callable`."""
    module_name, _, entrypoint_name = handler.partition(":")
    if module_name.endswith(".py"):
        module_name = module_name[:-3]
    module = importlib.import_module(module_name.replace("/", "."))
    entrypoint = getattr(module, entrypoint_name or "handler")
    if not callable(entrypoint):
        raise TypeError("'{}' of module '{}' is not callable".format(entrypoint_name, module_name))
    return module, entrypoint


async def _result(output):
    return await output if inspect.isawaitable(output) else output


def _event(given, body):
    content_type = given["contentType"]
    timestamp = datetime.datetime.fromtimestamp(given["timestamp"] / 1000, datetime.timezone.utc)
    offset = given.get("offset", "0")
    return sdk.make_event(
        {
            "body": _parsed(body) if content_type == "application/json" else body,
            "content_type": content_type,
            "trigger": sdk.make_trigger(given["trigger"]["kind"], given["trigger"]["name"]),
            "fields": given["fields"],
            "headers": given["headers"],
            "id": given["id"],
            "method": given["method"],
            "path": given["path"] or "/",
            "size": len(body),
            "timestamp": timestamp.replace(tzinfo=None),
            "url": given["url"],
            "shard_id": given.get("shardId", 0),
            "num_shards": given.get("numShards", 0),
            "offset": int(offset) if offset.isdigit() else offset,
            "topic": given.get("topic"),
            "type": "",
            "type_version": "",
            "version": "",
        }
    )


def _parsed(body):
    try:
        return json.loads(body.decode("utf-8"))
    except ValueError as error:
        sys.stderr.write("Failed deserializing json body, error message: {}\n".format(error))
        return body


def _trace(error):
    """A traceback that starts in the function's code: neither this file, the import machinery nor the event loop comes before."""
    formatted = traceback.TracebackException.from_exception(error)
    _drop_own_frames(formatted, set())
    return "".join(formatted.format())


def _drop_own_frames(formatted, seen):
    if formatted is None or id(formatted) in seen:
        return
    seen.add(id(formatted))
    kept = [frame for frame in formatted.stack if not _is_own(frame.filename)]
    while kept and os.path.dirname(kept[0].filename) == _ASYNCIO:
        del kept[0]
    formatted.stack = traceback.StackSummary.from_list(kept)
    _drop_own_frames(formatted.__cause__, seen)
    _drop_own_frames(formatted.__context__, seen)


def _is_own(filename):
    return filename.startswith("<frozen importlib") or os.path.dirname(filename) in (_OWN_FOLDER, _IMPORTLIB)


_IMPORTLIB = os.path.dirname(importlib.__file__)
_ASYNCIO = os.path.dirname(asyncio.__file__)


async def _first(items, fallback):
    async for item in items:
        return item
    return fallback


def main():
    channel = Channel()
    start, _ = channel.read_blocking()
    os.environ.update(start["environment"])
    # The function's folder comes first, and this one is no place for its imports.
    sys.path[:] = [os.getcwd(), *(entry for entry in sys.path if entry != _OWN_FOLDER)]
    del sys.argv[1:]
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    what = "The handler {} could not be loaded".format(start["handler"])
    try:
        worker = Worker(channel, start)
        what = "init_context failed"
        loop.run_until_complete(worker.initialise())
    except Exception as error:
        message = "{}:\n{}".format(what, _trace(error))
        sys.stderr.write(message)
        channel.send({"kind": "failed", "message": message.strip()})
        sys.exit(1)
    channel.send({"kind": "ready", "pid": os.getpid()})

    async def run():
        await worker.serve(await channel.reader(loop))

    try:
        loop.run_until_complete(run())
    except (asyncio.IncompleteReadError, BrokenPipeError):
        # The server has gone away.
        sys.exit(0)


main()
