import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { ActionMenu } from '@/components/ActionMenu'

const schemes = { light: 'Light', dark: 'Dark', auto: 'As the system' } as const

/** Light, dark, or whatever the system has at the moment. */
export function ThemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const shown = useComputedColorScheme()
  return (
    <ActionMenu
      icon={colorScheme === 'auto' ? 'screen' : shown === 'dark' ? 'moon' : 'sun'}
      label={`Theme: ${schemes[colorScheme].toLowerCase()}`}
      actions={(['light', 'dark', 'auto'] as const).map((scheme) => ({
        label: schemes[scheme],
        checked: scheme === colorScheme,
        onSelect: () => setColorScheme(scheme),
      }))}
    />
  )
}
