import json


def answer(context, status_code, content):
    return context.Response(
        body=json.dumps(content),
        content_type="application/json",
        status_code=status_code,
    )


def greet(context, event):
    name = event.fields.get("name", "world")
    return answer(context, 200, {"greeting": f"Hello, {name}"})


def add(context, event):
    numbers = event.body.get("numbers") if isinstance(event.body, dict) else None
    if not isinstance(numbers, list) or not all(isinstance(n, (int, float)) for n in numbers):
        return answer(context, 400, {"error": 'Send JSON like {"numbers": [1, 2]}'})
    return answer(context, 200, {"sum": sum(numbers)})


ROUTES = {
    ("GET", "/greet"): greet,
    ("POST", "/add"): add,
}


def handler(context, event):
    route = ROUTES.get((event.method, event.path))
    if route is None:
        known = [f"{method} {path}" for method, path in ROUTES]
        return answer(context, 404, {"error": f"No route {event.method} {event.path}", "routes": known})
    return route(context, event)
