import { useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { functionKey } from '@/domain/function-key'
import { textName } from '../draft/unread-texts'
import { useWorkbench } from '../workbench'
import { yamlStore, type YamlStore } from './yaml-store'
import { withTyped, yamlText, type YamlText } from './yaml-text'

const never = () => () => undefined
const root: [] = []

export interface OpenYaml {
  yaml: YamlText
  /** The person's text. */
  type: (text: string) => void
  /** Gives up a text that cannot be read. */
  mend: () => void
}

/** The YAML of the function that is open, in step with its draft; nothing until what was kept of it is read. */
export function useYaml(): OpenYaml | undefined {
  const { control } = useWorkbench()
  const { config, unread } = control.draft
  const store = useYamlStore()
  const sound = useSyncExternalStore(store?.subscribe ?? never, () => store?.read())
  useLayoutEffect(() => store?.follow(config), [store, config, sound])

  const broken = unread?.[textName(root)]
  const base = broken?.base
  const said = useMemo(
    () => (typeof base === 'string' ? yamlText(base, config).written : undefined),
    [base, config],
  )
  const yaml = useMemo(
    () => (broken && said ? { ...yamlText(broken.text, config), written: said } : sound),
    [broken, said, config, sound],
  )
  if (!store || !sound || !yaml) return undefined
  return {
    yaml,
    type(text) {
      const { now, edits } = withTyped(yaml, text, config)
      if (!now.read) return control.keepText(root, { text, base: base ?? sound.text })
      store.set(now, config)
      if (edits.length > 0) control.editAll(edits, 'yaml')
      control.keepText(root, undefined)
    },
    mend: () => control.keepText(root, undefined),
  }
}

function useYamlStore(): YamlStore | undefined {
  const { ref, server, control } = useWorkbench()
  const { config } = control.draft
  const key = functionKey('yaml', server, ref)
  const [store, setStore] = useState<YamlStore>()
  useEffect(() => {
    let isOpen = true
    void yamlStore(key, config).then((made) => {
      if (isOpen) setStore(made)
    })
    return () => {
      isOpen = false
    }
  }, [key]) // eslint-disable-line react-hooks/exhaustive-deps -- only the first draft is needed to open it
  useEffect(() => {
    if (!store) return
    window.addEventListener('pagehide', store.flush)
    return () => {
      window.removeEventListener('pagehide', store.flush)
      store.flush()
    }
  }, [store])
  return store
}
