import { Link } from 'react-router'
import type { ProjectRef } from '@/api/projects'
import { ActionMenu } from '@/components/ActionMenu'
import { CopyButton } from '@/components/CopyButton'
import type { Column } from '@/components/DataTable'
import { functionMenu, type FunctionActs } from '@/components/function-acts/function-menu'
import { RelativeTime } from '@/components/RelativeTime'
import { StateChip } from '@/components/StateChip'
import type { PlatformLimits } from '@/domain/function-actions'
import type { FunctionRow } from '@/domain/function-rows'
import { externalUrls, shortUrl } from '@/domain/function-urls'
import { paths } from '@/domain/paths'
import classes from './function-columns.module.css'

export interface Selection {
  names: ReadonlySet<string>
  /** Takes up or leaves out all of these. */
  select: (names: readonly string[], selected: boolean) => void
}

/** The columns of the list of functions. The less a column is needed, the sooner it gives way on a narrow page. */
export function functionColumns(
  at: ProjectRef,
  acts: FunctionActs,
  platform: PlatformLimits,
  selection: Selection,
  /** Functions with edits in this browser. */
  edited: ReadonlySet<string>,
): Column<FunctionRow>[] {
  const codeOf = (name: string) => paths.functionCode({ ...at, name })
  return [
    {
      id: 'select',
      header: 'Select',
      head: (rows) => <SelectAll rows={rows} selection={selection} />,
      width: '36px',
      hideBelow: 640,
      cell: ({ name }) => (
        <input
          type="checkbox"
          className={classes.select}
          aria-label={`Select ${name}`}
          checked={selection.names.has(name)}
          onChange={(event) => selection.select([name], event.currentTarget.checked)}
        />
      ),
    },
    {
      id: 'name',
      header: 'Name',
      sortable: true,
      width: 'clamp(128px, 21vw, 420px)',
      cell: ({ name, description }) => (
        <span className={classes.named}>
          <Link
            to={codeOf(name)}
            className={classes.name}
            title={[name, description].filter(Boolean).join(': ')}
          >
            {name}
          </Link>
          {edited.has(name) && (
            <span className={classes.edits} title="This browser keeps edits of it that are not deployed">
              edits
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'state',
      header: 'State',
      sortable: true,
      cell: ({ name, fn, state }) => <StateChip fn={fn} reason={state.reason} reasonTo={codeOf(name)} />,
    },
    {
      id: 'runtime',
      header: 'Runtime',
      sortable: true,
      width: '112px',
      hideBelow: 640,
      cell: ({ runtime }) => <span title={runtime}>{runtime}</span>,
    },
    {
      id: 'triggers',
      header: 'Triggers',
      width: '124px',
      hideBelow: 1000,
      cell: ({ triggers }) => <Triggers triggers={triggers} />,
    },
    {
      id: 'address',
      header: 'Address',
      width: '132px',
      hideBelow: 800,
      cell: ({ name, fn }) => <Address urls={externalUrls(fn, window.location)} name={name} />,
    },
    {
      id: 'replicas',
      header: 'Replicas',
      sortable: true,
      width: '96px',
      align: 'right',
      hideBelow: 1100,
      cell: ({ replicas }) => replicas,
    },
    {
      id: 'changed',
      header: 'Changed',
      sortable: true,
      width: '100px',
      align: 'right',
      hideBelow: 480,
      cell: ({ changedAt }) => (changedAt === undefined ? none : <RelativeTime at={changedAt} />),
    },
    {
      id: 'actions',
      header: 'Actions',
      width: '44px',
      align: 'right',
      cell: ({ name, fn }) => (
        <ActionMenu label={`Actions on ${name}`} actions={functionMenu(fn, acts, platform)} />
      ),
    },
  ]
}

const none = <span className={classes.none}>–</span>

function SelectAll({ rows, selection }: { rows: FunctionRow[]; selection: Selection }) {
  const selected = rows.filter(({ name }) => selection.names.has(name)).length
  const all = selected > 0 && selected === rows.length
  return (
    <input
      type="checkbox"
      className={classes.select}
      aria-label="Select all shown"
      checked={all}
      disabled={rows.length === 0}
      ref={(box) => {
        if (box) box.indeterminate = selected > 0 && !all
      }}
      onChange={() =>
        selection.select(
          rows.map(({ name }) => name),
          !all,
        )
      }
    />
  )
}

function Triggers({ triggers }: Pick<FunctionRow, 'triggers'>) {
  if (triggers.length === 0) return none
  const words = triggers.map(({ kind, count }) => (count > 1 ? `${kind} ×${count}` : kind))
  return (
    <span className={classes.triggers} title={words.join(', ')}>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </span>
  )
}

function Address({ urls, name }: { urls: string[]; name: string }) {
  const [url] = urls
  if (!url) return none
  return (
    <span className={classes.address}>
      <a href={url} target="_blank" rel="noreferrer" className={classes.url} title={urls.join('\n')}>
        {shortUrl(url, window.location)}
      </a>
      <CopyButton value={url} label={`Copy invocation URL of ${name}`} />
    </span>
  )
}
