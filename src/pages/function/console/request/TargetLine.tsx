import { NativeSelect } from '@mantine/core'
import { CopyButton } from '@/components/CopyButton'
import { urlOf } from '@/domain/console/curl-export'
import type { RequestProblem } from '@/domain/console/request-problems'
import { useConsole } from '../console-context'
import classes from './RequestForm.module.css'
import type { Target, Targets } from './targets'

interface TargetLineProps {
  targets: Targets
  target?: Target
  /** With the query, as it goes out. */
  path: string
  problem?: RequestProblem
}

const choices = (group: string, targets: readonly Target[]) =>
  targets.length === 0 ? [] : [{ group, items: targets.map(({ value, label }) => ({ value, label })) }]

/** Where the request goes, and the whole URL that this makes. */
export function TargetLine({ targets, target, path, problem }: TargetLineProps) {
  const { request, change } = useConsole()
  const { invokeUrl } = request.options
  const { internal, external, gateways } = targets
  const isUnknown = invokeUrl !== '' && !target
  const url = target?.url && urlOf(target.url, path)
  return (
    <div className={classes.target}>
      <NativeSelect
        aria-label="Target"
        className={classes.targetChoice}
        error={problem !== undefined}
        data={[
          { value: '', label: 'Chosen by the server' },
          ...choices('External', external),
          ...choices('Internal', internal),
          ...choices('API gateways, not through the dashboard', gateways),
          ...(isUnknown ? [{ value: invokeUrl, label: `${invokeUrl} (unknown)` }] : []),
        ]}
        value={invokeUrl}
        onChange={(event) => {
          const next = event.currentTarget.value
          change((before) => ({ ...before, options: { ...before.options, invokeUrl: next } }))
        }}
      />
      {url ? (
        <span className={classes.url} role="group" aria-label="URL">
          {target.isOutside ? (
            <a href={url} target="_blank" rel="noreferrer" title="Open in a new tab, with GET">
              {url}
            </a>
          ) : (
            <span title="Reached from inside only">{url}</span>
          )}
          <CopyButton value={url} label="Copy the URL" />
        </span>
      ) : (
        <span className={classes.words}>{isUnknown ? '' : 'It has no URL yet'}</span>
      )}
    </div>
  )
}
