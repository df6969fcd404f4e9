import type { FunctionConfig } from '@/api/generated/schema'
import { writtenPart, type FunctionDocument } from '@/domain/function-document'
import { keepIn, keptIn } from '@/lib/browser-database'
import { differences, isBranch } from '@/lib/tree'
import type { Edit } from '../draft/draft-session'
import { createKeeper } from '../draft/keeper'
import { freshText, textOfFile, withConfig, yamlText, type YamlText } from './yaml-text'

/**
 * The YAML of one function with a person's comments and order, across its tabs and reloads: the last text that could be read, in
 * step with the draft. One that cannot be read is kept with the draft.
 */
export type YamlStore = ReturnType<typeof createYamlStore>

const stores = new Map<string, Promise<YamlStore>>()

/** The store under a key of this browser, made on first use with what was kept there. */
export function yamlStore(key: string, config: FunctionConfig): Promise<YamlStore> {
  const known = stores.get(key)
  if (known) return known
  const made = keptIn('drafts', key)
    .catch(() => undefined)
    .then((kept) => createYamlStore(key, keptText(kept), config))
  stores.set(key, made)
  return made
}

const keptText = (value: unknown): string | undefined =>
  isBranch(value) && typeof value.text === 'string' ? value.text : undefined

function openedText(kept: string | undefined, config: FunctionConfig): YamlText {
  const opened = kept === undefined ? undefined : yamlText(kept, config)
  return opened?.read ? withConfig(opened, config) : freshText(config)
}

function createYamlStore(key: string, kept: string | undefined, config: FunctionConfig) {
  let state = openedText(kept, config)
  let isKept = kept !== undefined
  const listeners = new Set<() => void>()
  const keeper = createKeeper<{ text: string; config: FunctionConfig }>(({ text, config: at }) => {
    // The draft's own YAML need not be kept: it can be written again.
    const isOwn = text === freshText(at).text
    if (isOwn && !isKept) return
    isKept = !isOwn
    const value = { text, editedAt: Date.now(), size: text.length }
    keepIn('drafts', key, isOwn ? undefined : value).catch(() => undefined)
  })
  /** A text that says what the draft says, which is this now. */
  const set = (next: YamlText, at: FunctionConfig) => {
    if (next === state) return
    state = next
    keeper.schedule({ text: next.text, config: at })
    for (const tell of listeners) tell()
  }
  return {
    read: () => state,
    set,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Writes at once what waits to be kept. */
    flush: keeper.flush,
    /** The draft is this now. */
    follow: (at: FunctionConfig) => set(withConfig(state, at), at),
    /** Puts a document from elsewhere in the place of the text; answers what it changes of the draft. */
    open(read: FunctionDocument, at: FunctionConfig): Edit[] {
      const opened = textOfFile(read, at)
      set(opened, at)
      return differences(writtenPart(at), opened.written).map(({ path, to }) => ({ path, value: to }))
    },
  }
}
