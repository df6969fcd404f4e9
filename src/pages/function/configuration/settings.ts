import type { Setting } from '../settings'
import { functionSettings } from './settings-function'
import { podSettings } from './settings-pod'

/** What the Configuration tab edits. */
export const configurationSettings = { ...functionSettings, ...podSettings } satisfies Record<string, Setting>
