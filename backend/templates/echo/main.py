import json


def handler(context, event):
    body = event.body

    # Nuclio hands a JSON body over as parsed, so it has to be written again.
    if isinstance(body, (dict, list)):
        body = json.dumps(body).encode()

    context.logger.info_with("Echoing", method=event.method, path=event.path, size=len(body))

    return context.Response(
        body=body,
        headers={"x-echo-method": event.method},
        content_type=event.content_type or "text/plain",
        status_code=200,
    )
