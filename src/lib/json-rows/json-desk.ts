import type { JsonFault } from './json-scan'
import type { JsonAsk, JsonReply } from './json-rows-messages'
import { openJsonRows, type JsonRows } from './json-rows'

/** Answers questions about one JSON text; `describe` puts a fault in words. */
export function createJsonDesk(describe: (text: string, fault: JsonFault) => string) {
  let tree: JsonRows | undefined

  const state = (): JsonReply => ({ rowCount: tree?.rowCount ?? 0, hitCount: tree?.hitCount ?? 0 })

  return (ask: JsonAsk): JsonReply => {
    if (ask.kind === 'open') {
      const text = typeof ask.text === 'string' ? ask.text : new TextDecoder().decode(ask.text)
      const opened = openJsonRows(text, { isSequence: ask.isLines })
      if ('fault' in opened) return { ...state(), problem: describe(text, opened.fault) }
      tree = opened.rows
      return state()
    }
    if (!tree) return state()
    return { ...answer(tree, ask), ...state() }
  }
}

function answer(tree: JsonRows, ask: Exclude<JsonAsk, { kind: 'open' }>): Partial<JsonReply> {
  switch (ask.kind) {
    case 'rows':
      return { rows: tree.rows(ask.first, ask.count) }
    case 'toggle':
      tree.toggle(ask.node)
      return {}
    case 'openAll':
      tree.openBelow(0)
      return {}
    case 'closeAll':
      tree.closeBelow(0)
      return {}
    case 'parent':
      return { row: tree.parentRow(ask.row) }
    case 'search': {
      if (tree.search(ask.query) === 0) return {}
      const hit = tree.hitFrom(ask.from)
      return { hit, row: tree.revealHit(hit) }
    }
    case 'hit':
      return { hit: ask.index, row: tree.revealHit(ask.index) }
    case 'value':
      return { value: tree.plainTextOf(ask.node) }
  }
}
