const origin = 'http://dashboard.test'

/** Outside of a browser there is no page that relative addresses belong to. */
export class PageRequest extends Request {
  constructor(input: RequestInfo | URL, init?: RequestInit) {
    super(typeof input === 'string' && input.startsWith('/') ? origin + input : input, init)
  }
}

// Before any test file: the client takes `Request` when it is loaded, and files share a process. Tests with a document have a page.
if (typeof document === 'undefined') Object.assign(globalThis, { Request: PageRequest, location: { origin } })
