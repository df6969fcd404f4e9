"""What a handler returned, as status, headers and bytes."""

import json
import types

from nuclio_worker_sdk import Response, encode_json

_TEXT = "text/plain"
_JSON = "application/json"


class Answer:
    def __init__(self, body, content_type=_TEXT, status=200, headers=None):
        self.body = to_bytes(body)
        self.status = status
        self.headers = _header_list(headers or {}, content_type)


def to_answer(output):
    """The rules of the SDK: text and bytes as they are, dict and list as JSON, (status, body), Response, anything else as text."""
    if isinstance(output, tuple) and len(output) == 2:
        status, body = output
        if isinstance(body, str):
            return Answer(body, status=status)
        return Answer(encode_json(body), _JSON, status)
    if isinstance(output, (dict, list)):
        return Answer(encode_json(output), _JSON)
    if isinstance(output, Response):
        return response_answer(output, output.body)
    return Answer(output)


def response_answer(response, body):
    """The answer of a Response, with another body than its own when that is a generator."""
    if isinstance(body, dict):
        return Answer(json.dumps(body), _JSON, response.status_code, response.headers)
    return Answer(body, response.content_type, response.status_code, response.headers)


def generator_of(output):
    """The generator that an answer is to be streamed from: the output itself or the body of a Response."""
    for candidate in (output, getattr(output, "body", None)):
        if isinstance(candidate, (types.GeneratorType, types.AsyncGeneratorType)):
            return candidate
    return None


async def items_of(generator):
    if isinstance(generator, types.AsyncGeneratorType):
        async for item in generator:
            yield item
    else:
        for item in generator:
            yield item


def body_of(item):
    return item.body if isinstance(item, Response) else item


def to_bytes(body):
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body)
    return str(body).encode("utf-8")


def _header_list(headers, content_type):
    """Pairs of text; a list of values becomes several headers. A content type that was only the default gives way."""
    pairs = []
    for name, value in headers.items():
        for single in value if isinstance(value, (list, tuple)) else [value]:
            pairs.append([_text(name), _text(single)])
    named = any(name.lower() == "content-type" for name, _ in pairs)
    if not named:
        return [["content-type", _text(content_type)], *pairs]
    if content_type == _TEXT:
        return pairs
    others = [pair for pair in pairs if pair[0].lower() != "content-type"]
    return [["content-type", _text(content_type)], *others]


def _text(value):
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
