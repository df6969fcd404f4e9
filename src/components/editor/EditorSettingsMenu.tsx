import '@mantine/core/styles/Switch.layer.css'

import { NativeSelect, Switch } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '../IconButton'
import { Popup } from '../Popup'
import {
  changeEditorSettings,
  fontSizes,
  tabSizes,
  useEditorSettings,
  type EditorSettings,
} from './editor-settings'
import classes from './EditorSettingsMenu.module.css'

/** How editors look, for all of them and remembered in this browser. */
export function EditorSettingsMenu() {
  const [open, setOpen] = useState(false)
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  return (
    <>
      <IconButton
        ref={setAnchor}
        icon="settings"
        label="Editor settings"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Popup
          anchor={anchor}
          align="end"
          onClose={() => setOpen(false)}
          role="dialog"
          aria-label="Editor settings"
          onBlur={(event) => {
            if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget))
              setOpen(false)
          }}
        >
          <SettingsFields />
        </Popup>
      )}
    </>
  )
}

function SettingsFields() {
  const settings = useEditorSettings()
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => fields.current?.querySelector('select')?.focus(), [])
  return (
    <div ref={fields} className={classes.fields}>
      <NativeSelect
        label="Text size"
        data={fontSizes.map((size) => ({ value: String(size), label: `${size} px` }))}
        value={String(settings.fontSize)}
        onChange={(event) => changeEditorSettings({ fontSize: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label="Tab size"
        data={tabSizes.map((size) => ({
          value: String(size),
          label: size ? `${size} columns` : 'As in the file',
        }))}
        value={String(settings.tabSize)}
        onChange={(event) => changeEditorSettings({ tabSize: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label="Colours"
        data={[
          { value: 'page', label: 'As the page' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
        value={settings.theme}
        onChange={(event) =>
          changeEditorSettings({ theme: event.currentTarget.value as EditorSettings['theme'] })
        }
      />
      <Switch
        size="xs"
        label="Wrap long lines"
        checked={settings.wordWrap}
        onChange={(event) => changeEditorSettings({ wordWrap: event.currentTarget.checked })}
      />
      <Switch
        size="xs"
        label="Minimap"
        checked={settings.minimap}
        onChange={(event) => changeEditorSettings({ minimap: event.currentTarget.checked })}
      />
    </div>
  )
}
