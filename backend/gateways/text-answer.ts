import type { WorkerAnswer } from '../runtimes/runtime'

/** What a gateway says itself, where no function has spoken: one line of text. */
export function textAnswer(
  status: number,
  words: string,
  headers: [name: string, value: string][] = [],
): WorkerAnswer {
  return {
    status,
    headers: [['Content-Type', 'text/plain; charset=utf-8'], ...headers],
    body: Buffer.from(`${words}\n`),
  }
}
