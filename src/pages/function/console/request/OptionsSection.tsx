import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { RequestOptions } from '@/domain/console/request'
import type { RequestProblem } from '@/domain/console/request-problems'
import { useConsole } from '../console-context'
import classes from './RequestForm.module.css'

const levels: { value: RequestOptions['logLevel']; label: string }[] = [
  { value: '', label: 'debug, as usual' },
  { value: 'info', label: 'info' },
  { value: 'warn', label: 'warn' },
  { value: 'error', label: 'error' },
]

/** How the dashboard passes the request on. */
export function OptionsSection({ problems }: { problems: readonly RequestProblem[] }) {
  const { request, change } = useConsole()
  const { timeout, logLevel, skipsTlsVerification } = request.options
  const set = (next: Partial<RequestOptions>) =>
    change((before) => ({ ...before, options: { ...before.options, ...next } }))
  return (
    <div className={classes.options}>
      <TextInput
        label="Timeout"
        placeholder="60s"
        description="How long the dashboard waits for the answer, such as 10s or 1m30s. A proxy before it may give up sooner."
        error={problems.find(({ at }) => at === 'timeout')?.words}
        spellCheck={false}
        autoComplete="off"
        value={timeout}
        onChange={(event) => set({ timeout: event.currentTarget.value })}
      />
      <NativeSelect
        label="Log level"
        description="What the function logs below it is not sent back with the answer."
        data={logLevel === 'debug' ? [{ value: 'debug', label: 'debug' }, ...levels] : levels}
        value={logLevel}
        onChange={(event) => set({ logLevel: event.currentTarget.value as RequestOptions['logLevel'] })}
      />
      <Checkbox
        size="xs"
        className={classes.wide}
        label="Accept any certificate"
        description="For a target that leads to https with a certificate that nobody vouches for: the dashboard does not check it."
        checked={skipsTlsVerification}
        onChange={(event) => set({ skipsTlsVerification: event.currentTarget.checked })}
      />
    </div>
  )
}

/** How many options are not as they are by themselves. */
export const optionsSet = ({ timeout, logLevel, skipsTlsVerification }: RequestOptions): number =>
  [timeout.trim() !== '', logLevel !== '', skipsTlsVerification].filter(Boolean).length
