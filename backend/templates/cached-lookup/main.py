import os
import time
from collections import OrderedDict


class Cache:
    """Holds the values used last, each for some time."""

    def __init__(self, max_entries, max_age_seconds):
        self._entries = OrderedDict()
        self._max_entries = max_entries
        self._max_age = max_age_seconds

    def get(self, key):
        value, stored_at = self._entries.get(key, (None, None))
        if stored_at is None or time.monotonic() - stored_at > self._max_age:
            return None
        self._entries.move_to_end(key)
        return value

    def put(self, key, value):
        self._entries[key] = (value, time.monotonic())
        self._entries.move_to_end(key)
        if len(self._entries) > self._max_entries:
            self._entries.popitem(last=False)


def init_context(context):
    # Connections to a database or a loaded model belong here, too.
    context.user_data.cache = Cache(int(os.environ["MAX_ENTRIES"]), float(os.environ["MAX_AGE_SECONDS"]))


def look_up(key):
    """Replace this with the slow thing: a query, a call, a computation."""
    time.sleep(0.3)
    return key[::-1]


def handler(context, event):
    key = event.fields.get("key")
    if not key:
        return 400, "Say what to look up, as in ?key=hello"

    cache = context.user_data.cache
    value = cache.get(key)
    was_cached = value is not None
    if not was_cached:
        value = look_up(key)
        cache.put(key, value)

    context.logger.debug_with("Looked up", key=key, cached=was_cached)
    return {"key": key, "value": value, "cached": was_cached, "worker": context.worker_id}
