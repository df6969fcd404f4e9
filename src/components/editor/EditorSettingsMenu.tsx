import '@mantine/core/styles/Switch.layer.css'

import { NativeSelect, Switch } from '@mantine/core'
import { SettingsPopup } from '../SettingsPopup'
import {
  changeEditorSettings,
  fontSizes,
  tabSizes,
  useEditorSettings,
  type EditorSettings,
} from './editor-settings'

/** How editors look, for all of them and remembered in this browser. */
export function EditorSettingsMenu() {
  return (
    <SettingsPopup label="Editor settings">
      <SettingsFields />
    </SettingsPopup>
  )
}

function SettingsFields() {
  const settings = useEditorSettings()
  return (
    <>
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
    </>
  )
}
