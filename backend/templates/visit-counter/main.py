import os
import time


def init_context(context):
    context.user_data.next_number = int(os.environ.get("FIRST_NUMBER", "1"))
    context.user_data.started_at = time.time()
    context.logger.info_with("Worker is ready", worker_id=context.worker_id)


def handler(context, event):
    number = context.user_data.next_number
    context.user_data.next_number = number + 1

    return {
        "visit": number,
        "worker": context.worker_id,
        "seconds_since_start": round(time.time() - context.user_data.started_at, 1),
    }
