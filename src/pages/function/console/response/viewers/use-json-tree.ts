import { useEffect, useRef, useState } from 'react'
import type { JsonRow } from '@/lib/json-rows/json-rows'
import type { JsonAsk, JsonReply } from '@/lib/json-rows/json-rows-messages'
import { startJsonWorker, type JsonWorker } from './json-worker'

export interface JsonTreeState {
  state: 'reading' | 'open' | 'broken'
  rowCount: number
  hitCount: number
  /** Grows with every change of the rows, so that the window in view is asked for again. */
  version: number
}

const reading: JsonTreeState = { state: 'reading', rowCount: 0, hitCount: 0, version: 0 }

/**
 * A JSON text as the rows of a tree, held by a worker of its own for as long as the part of the page lives. `onNoJson` hears what is
 * wrong with a text that is none. The text must not change: another one is another part of the page.
 */
export function useJsonTree(
  text: string | Uint8Array,
  isLines: boolean,
  onNoJson: (problem: string) => void,
) {
  const [tree, setTree] = useState(reading)
  const worker = useRef<JsonWorker>(undefined)
  const tellNoJson = useRef(onNoJson)
  useEffect(() => {
    tellNoJson.current = onNoJson
  })

  useEffect(() => {
    const started = startJsonWorker()
    worker.current = started
    let isOver = false
    started
      .ask({ kind: 'open', text, isLines })
      .then(({ rowCount, problem }) => {
        if (isOver) return
        if (problem === undefined) setTree({ state: 'open', rowCount, hitCount: 0, version: 1 })
        else tellNoJson.current(problem)
      })
      .catch(() => {
        if (!isOver) setTree({ ...reading, state: 'broken' })
      })
    return () => {
      isOver = true
      started.end()
    }
  }, [text, isLines])

  /** Asks for a change, or for where something is. Resolves with nothing when the tree is gone. */
  const ask = async (question: JsonAsk): Promise<JsonReply | undefined> => {
    try {
      const reply = await worker.current?.ask(question)
      if (reply && question.kind !== 'value' && question.kind !== 'parent') {
        const { rowCount, hitCount } = reply
        setTree(({ version }) => ({ state: 'open', rowCount, hitCount, version: version + 1 }))
      }
      return reply
    } catch {
      setTree((known) => ({ ...known, state: 'broken' }))
      return undefined
    }
  }

  return { tree, ask, worker }
}

/** The rows of a window, the last known ones until the worker has answered. */
export function useJsonRows(
  { tree, worker }: Pick<ReturnType<typeof useJsonTree>, 'tree' | 'worker'>,
  first: number,
  count: number,
) {
  const [shown, setShown] = useState<{ first: number; rows: readonly JsonRow[] }>({ first: 0, rows: [] })
  const { state, version } = tree
  useEffect(() => {
    if (state !== 'open') return
    let isOver = false
    worker.current
      ?.ask({ kind: 'rows', first, count })
      .then(({ rows }) => {
        if (!isOver && rows) setShown({ first, rows })
      })
      .catch(() => undefined)
    return () => {
      isOver = true
    }
  }, [worker, state, version, first, count])
  return shown
}
