import { valueAt, type Path } from '@/lib/tree'
import { shownText } from '../form/TextField'
import { useWorkbench } from '../workbench'

/** What the platform takes for a place of the configuration that is left out, as text for a placeholder. */
export function usePlatformDefault(path: Path): string | undefined {
  const { platform } = useWorkbench()
  return shownText(valueAt(platform.defaultFunctionConfig?.attributes, path)) || undefined
}
