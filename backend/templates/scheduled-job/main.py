import os
import time
from collections import deque
from datetime import datetime, timezone

JOB_NAME = os.environ["JOB_NAME"]


def init_context(context):
    context.user_data.count = 0
    context.user_data.runs = deque(maxlen=int(os.environ["RUNS_KEPT"]))


def do_the_work(context):
    """Replace this with the job itself. What it returns is remembered with the run."""
    return "nothing to clean up"


def run(context):
    started = time.monotonic()
    at = datetime.now(timezone.utc).isoformat(timespec="seconds")
    try:
        outcome = {"ok": True, "result": do_the_work(context)}
    except Exception as error:
        # A run that fails must not keep the next one from being made.
        context.logger.error_with("Run failed", job=JOB_NAME, error=str(error))
        outcome = {"ok": False, "error": str(error)}
    milliseconds = round((time.monotonic() - started) * 1000, 1)
    context.user_data.count += 1
    context.user_data.runs.append({"at": at, "milliseconds": milliseconds, **outcome})
    context.logger.info_with("Run over", job=JOB_NAME, milliseconds=milliseconds)


def handler(context, event):
    if event.trigger.kind == "cron":
        run(context)
        return ""
    data = context.user_data
    return {"job": JOB_NAME, "count": data.count, "latest": list(reversed(data.runs))}
