import '@mantine/core/styles/Switch.layer.css'

import { NativeSelect, Switch } from '@mantine/core'
import { SettingsPopup } from '@/components/SettingsPopup'
import { changeLogPreferences, limits, timeStyles, useLogPreferences } from './log-preferences'
import type { TimeStyle } from './log-preferences'

const timeWords: Record<TimeStyle, string> = {
  local: 'By this machine’s clock',
  utc: 'UTC, as the replica writes it',
  relative: 'How long ago',
}

interface LogSettingsProps {
  areRepeatsFolded: boolean
  onFoldRepeats: (isFolded: boolean) => void
}

/** How logs are shown, remembered in this browser. */
export function LogSettings(props: LogSettingsProps) {
  return (
    <SettingsPopup label="How the log is shown">
      <Fields {...props} />
    </SettingsPopup>
  )
}

function Fields({ areRepeatsFolded, onFoldRepeats }: LogSettingsProps) {
  const preferences = useLogPreferences()
  return (
    <>
      <Switch
        size="xs"
        label="Wrap long lines"
        checked={preferences.isWrapped}
        onChange={(event) => changeLogPreferences({ isWrapped: event.currentTarget.checked })}
      />
      <Switch
        size="xs"
        label="Fold equal lines in a row"
        checked={areRepeatsFolded}
        onChange={(event) => onFoldRepeats(event.currentTarget.checked)}
      />
      <Switch
        size="xs"
        label="Raw: every byte as it was sent"
        checked={preferences.isRaw}
        onChange={(event) => changeLogPreferences({ isRaw: event.currentTarget.checked })}
      />
      <NativeSelect
        label="Times"
        data={timeStyles.map((value) => ({ value, label: timeWords[value] }))}
        value={preferences.time}
        onChange={(event) => changeLogPreferences({ time: event.currentTarget.value as TimeStyle })}
      />
      <NativeSelect
        label="Held in this page at most"
        description="A million lines or so many bytes; the oldest go first, and the log says so."
        data={limits.map((value) => ({ value: String(value), label: `${value} MB` }))}
        value={String(preferences.limit)}
        onChange={(event) => {
          const limit = limits.find((known) => String(known) === event.currentTarget.value)
          if (limit) changeLogPreferences({ limit })
        }}
      />
    </>
  )
}
