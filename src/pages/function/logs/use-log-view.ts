import { useMemo } from 'react'
import { useUrlState } from '@/components/use-url-state'
import type { LogView } from '@/domain/logs/log-view'
import {
  contexts,
  formatFields,
  formatFlags,
  levelNames,
  parseFields,
  parseFlags,
  shows,
} from './view-address'

export interface LogViewControl {
  view: LogView
  change: (change: Partial<LogView>) => void
  /** Something hides lines. */
  isFiltered: boolean
  showAll: () => void
}

/** Which lines are shown, in the address, so that it can be shared. */
export function useLogView(): LogViewControl {
  const [replicas, setReplicas] = useUrlState('replicas', '')
  const [level, setLevel] = useUrlState('level', 'debug')
  const [text, setText] = useUrlState('q', '')
  const [flags, setFlags] = useUrlState('match', '')
  const [show, setShow] = useUrlState('show', 'all')
  const [context, setContext] = useUrlState('context', '0')
  const [fields, setFields] = useUrlState('fields', '')
  const [repeats, setRepeats] = useUrlState('repeats', '')

  const view = useMemo(
    (): LogView => ({
      ...(replicas !== '' && { replicas: replicas.split(',') }),
      leastLevel: levelNames.find((known) => known === level) ?? 'debug',
      query: { text, ...parseFlags(flags) },
      show: shows.find((known) => known === show) ?? 'all',
      context: contexts.find((known) => String(known) === context) ?? 0,
      fields: parseFields(fields),
      areRepeatsFolded: repeats === 'folded',
    }),
    [replicas, level, text, flags, show, context, fields, repeats],
  )

  const change = (next: Partial<LogView>) => {
    // Present with the value undefined, it means all of them.
    if ('replicas' in next) setReplicas(next.replicas?.join(',') ?? '')
    if (next.leastLevel) setLevel(next.leastLevel)
    if (next.query) {
      setText(next.query.text)
      setFlags(formatFlags(next.query))
    }
    if (next.show) setShow(next.show)
    if (next.context !== undefined) setContext(String(next.context))
    if (next.fields) setFields(formatFields(next.fields))
    if (next.areRepeatsFolded !== undefined) setRepeats(next.areRepeatsFolded ? 'folded' : '')
  }

  const hidesByText = view.query.text !== '' && view.show !== 'all'
  return {
    view,
    change,
    isFiltered:
      view.leastLevel !== 'debug' || hidesByText || view.fields.length > 0 || view.replicas !== undefined,
    showAll: () => change({ leastLevel: 'debug', show: 'all', fields: [], replicas: undefined }),
  }
}
