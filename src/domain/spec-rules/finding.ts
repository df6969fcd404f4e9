import type { Path } from '@/lib/tree'

/** Something in a function's configuration that the server would refuse, found before it is sent. */
export interface Finding {
  /** Names the rule, such as `triggers/one-http`; stays the same whatever the words. */
  rule: string
  /** The place in `{ metadata, spec }` that a person has to change. */
  path: Path
  /** Status of the answer that would come. */
  status: 400 | 409 | 412
  /** The `error` of that answer, word for word. */
  message: string
}

/** A finding; what Nuclio calls its own fault (500) although the caller has to mend it is a 400 here. */
export function finding(rule: string, path: Path, message: string, status: Finding['status'] = 400): Finding {
  return { rule, path, status, message }
}
