import { Link } from 'react-router'
import type { ProjectRef } from '@/api/projects'
import { ActionMenu } from '@/components/ActionMenu'
import type { Column } from '@/components/DataTable'
import type { EventRun } from '@/components/function-events/run-event'
import { RunWord } from '@/components/function-events/RunVerdict'
import type { EventRow } from '@/domain/events/project-events'
import { paths } from '@/domain/paths'
import classes from './EventsPage.module.css'

interface RunActs {
  runs: ReadonlyMap<string, EventRun>
  onRun: (row: EventRow) => void
  onShow: (row: EventRow) => void
}

interface Selection {
  names: ReadonlySet<string>
  select: (names: readonly string[], isSelected: boolean) => void
}

/** The columns of the list of events. */
export function eventColumns(
  at: ProjectRef,
  { runs, onRun, onShow }: RunActs,
  selection: Selection,
): Column<EventRow>[] {
  return [
    {
      id: 'select',
      header: 'Select',
      head: (rows) => {
        const names = rows.map(({ name }) => name)
        const count = names.filter((name) => selection.names.has(name)).length
        return (
          <input
            type="checkbox"
            className={classes.select}
            aria-label="Select all events"
            checked={count > 0 && count === names.length}
            ref={(box) => {
              if (box) box.indeterminate = count > 0 && count < names.length
            }}
            onChange={(event) => selection.select(names, event.currentTarget.checked)}
          />
        )
      },
      width: '36px',
      cell: ({ name, shown }) => (
        <input
          type="checkbox"
          className={classes.select}
          aria-label={`Select ${shown}`}
          checked={selection.names.has(name)}
          onChange={(event) => selection.select([name], event.currentTarget.checked)}
        />
      ),
    },
    {
      id: 'shown',
      header: 'Name',
      sortable: true,
      cell: ({ name, shown, functionName }) => (
        <Link
          className={classes.name}
          title={shown}
          to={paths.functionTab({ ...at, name: functionName }, 'console', { event: name })}
        >
          {shown}
        </Link>
      ),
    },
    {
      id: 'functionName',
      header: 'Function',
      sortable: true,
      hideBelow: 640,
      cell: ({ functionName }) => (
        <Link
          className={classes.link}
          title={functionName}
          to={paths.function({ ...at, name: functionName })}
        >
          {functionName}
        </Link>
      ),
    },
    {
      id: 'kind',
      header: 'Trigger',
      sortable: true,
      width: '112px',
      hideBelow: 1000,
      cell: ({ kind }) => kind,
    },
    {
      id: 'path',
      header: 'Request',
      sortable: true,
      hideBelow: 800,
      cell: ({ method, path }) => (
        <span className={classes.request} title={`${method} ${path}`}>
          {method} {path}
        </span>
      ),
    },
    {
      id: 'expected',
      header: 'Expectations',
      sortable: true,
      width: '116px',
      align: 'right',
      hideBelow: 1000,
      cell: ({ expected }) => (expected > 0 ? expected : ''),
    },
    {
      id: 'run',
      header: 'Last run',
      width: '128px',
      cell: (row) => {
        const run = runs.get(row.name)
        if (!run) return null
        return (
          <button
            type="button"
            className={classes.run}
            aria-label={`How ${row.shown} went: ${run.outcome}`}
            onClick={() => onShow(row)}
          >
            <RunWord run={run} />
          </button>
        )
      },
    },
    {
      id: 'actions',
      header: 'Actions',
      width: '44px',
      cell: (row) => (
        <ActionMenu
          label={`Actions on ${row.shown}`}
          actions={[{ label: 'Run', onSelect: () => onRun(row) }]}
        />
      ),
    },
  ]
}
