import asyncio
import os
import time
import urllib.error
import urllib.request

AT_ONCE = int(os.environ["AT_ONCE"])
TIMEOUT_SECONDS = float(os.environ["TIMEOUT_SECONDS"])


def fetch(url):
    """Waits for the answer, so it runs in a thread. With an asynchronous HTTP library it would not have to."""
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT_SECONDS) as response:
            return {"status": response.status, "bytes": len(response.read())}
    except urllib.error.HTTPError as error:
        return {"status": error.code}
    except (OSError, ValueError) as error:
        return {"error": str(error)}


async def check(url, turns):
    async with turns:
        started = time.monotonic()
        outcome = await asyncio.to_thread(fetch, url)
        return {"url": url, "milliseconds": round((time.monotonic() - started) * 1000), **outcome}


async def handler(context, event):
    urls = event.body.get("urls") if isinstance(event.body, dict) else None
    if not isinstance(urls, list) or not all(
        isinstance(url, str) and url.startswith(("http://", "https://")) for url in urls
    ):
        return 400, 'Send JSON like {"urls": ["https://example.com"]}'

    started = time.monotonic()
    turns = asyncio.Semaphore(AT_ONCE)
    results = await asyncio.gather(*(check(url, turns) for url in urls))
    milliseconds = round((time.monotonic() - started) * 1000)
    context.logger.info_with("Asked all", count=len(urls), milliseconds=milliseconds)
    return {"milliseconds": milliseconds, "results": results}
