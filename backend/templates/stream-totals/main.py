import json
from collections import Counter


def init_context(context):
    context.user_data.totals = Counter()
    context.user_data.unreadable = 0


def take_order(context, event):
    """A record is JSON such as {"customer": "ada", "amount": 12.5}."""
    try:
        order = event.body if isinstance(event.body, dict) else json.loads(event.body)
        context.user_data.totals[str(order["customer"])] += float(order["amount"])
    except (KeyError, TypeError, ValueError) as error:
        # Failing here would not mend the record: note where it is, and go on.
        context.user_data.unreadable += 1
        context.logger.warn_with(
            "Passed over a record", shard=event.shard_id, offset=event.offset, error=repr(error)
        )


def handler(context, event):
    if event.trigger.kind == "http":
        data = context.user_data
        return {"totals": dict(data.totals.most_common()), "unreadable": data.unreadable}
    take_order(context, event)
    return ""
