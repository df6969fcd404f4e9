import type { ListChange, ListRequest } from './function-list'

/** Without a request, the one of that id is to be given up. */
export interface ToListWorker {
  id: number
  request?: ListRequest
}

/** The end of a request: what has changed, or why that is not known. */
export interface FromListWorker {
  id: number
  change?: ListChange
  /** Without a status it is none of the server's failures. */
  failure?: { status?: number; message: string; detail?: string }
}
