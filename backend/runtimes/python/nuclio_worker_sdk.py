"""The classes that functions are handed: those of the nuclio-sdk package, or plain ones with the same names and attributes
when the package could not be installed."""

import json
import logging
import types

try:
    import nuclio_sdk as _sdk
    import nuclio_sdk.json_encoder as _sdk_encoder
except ImportError:
    _sdk = None


class _Plain:
    """An object of the attributes that it is made with."""

    def __init__(self, **attributes):
        self.__dict__.update(attributes)


class _PlainResponse:
    def __init__(self, headers=None, body=None, content_type=None, status_code=200):
        self.headers = headers or {}
        self.body = body
        self.content_type = content_type or "text/plain"
        self.status_code = status_code


class _PlainLogger:
    def __init__(self, level, name):
        self._logger = logging.getLogger(name)
        self._logger.setLevel(level)
        self._bound = {}

    def set_handler(self, name, file, formatter):
        handler = logging.StreamHandler(file)
        handler.name = name
        handler.setFormatter(formatter)
        self._logger.addHandler(handler)

    def bind(self, **fields):
        self._bound.update(fields)

    def _log(self, level, message, args, fields):
        self._logger.log(level, message, *args, extra={"with": {**fields, **self._bound}})

    def debug(self, message, *args, **fields):
        self._log(logging.DEBUG, message, args, fields)

    def info(self, message, *args, **fields):
        self._log(logging.INFO, message, args, fields)

    def warn(self, message, *args, **fields):
        self._log(logging.WARNING, message, args, fields)

    def error(self, message, *args, **fields):
        self._log(logging.ERROR, message, args, fields)

    debug_with, info_with, warn_with, error_with = debug, info, warn, error


Response = _sdk.Response if _sdk else _PlainResponse


def encode_json(value):
    """JSON as Nuclio writes it for what a handler returns; what JSON does not know becomes its representation."""
    return _sdk_encoder.Encoder().encode(value) if _sdk else json.dumps(value, default=repr)


def make_logger(file, formatter):
    logger = (_sdk.Logger if _sdk else _PlainLogger)(level=logging.DEBUG, name="nuclio_sdk")
    logger.set_handler("default", file, formatter)
    return logger


def make_trigger(kind, name):
    return _sdk.TriggerInfo(kind, name) if _sdk else _Plain(kind=kind, name=name)


def make_event(attributes):
    """`attributes` carry the names that functions see; the package's constructor knows some under others."""
    if not _sdk:
        return _Plain(last_in_batch=False, **attributes)
    event = _sdk.Event()
    for name, value in attributes.items():
        setattr(event, name, value)
    return event


def make_context(logger, namespace, worker_id, trigger, control):
    """`control` is an async function that takes what a handler tells the platform beside its answer."""
    if _sdk:
        platform = _sdk.Platform("local", namespace=namespace, on_control_callback=control)
        return _sdk.Context(logger, platform, worker_id, trigger)
    return _Plain(
        logger=logger,
        platform=None,
        user_data=types.SimpleNamespace(),
        Response=Response,
        worker_id=worker_id,
        trigger=trigger,
        trigger_name=trigger.name,
    )
