import { Button, NativeSelect } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { functionsQuery } from '@/api/function-list-query'
import { namespaceEventsQuery } from '@/api/function-events'
import { ActButton } from '@/components/ActButton'
import { DataTable } from '@/components/DataTable'
import { Dialog } from '@/components/Dialog'
import { EmptyState } from '@/components/EmptyState'
import { EventImport } from '@/components/function-events/EventImport'
import { runEvents, type EventRun } from '@/components/function-events/run-event'
import { RunDetail } from '@/components/function-events/RunVerdict'
import { LinkButton } from '@/components/LinkButton'
import { Page } from '@/components/Page'
import { PageHeader } from '@/components/PageHeader'
import { SearchInput } from '@/components/SearchInput'
import { StaleNotice } from '@/components/StaleNotice'
import { useUrlSort, type SortBy } from '@/components/use-url-sort'
import { useUrlState } from '@/components/use-url-state'
import {
  arrangeEvents,
  eventsOfProject,
  type EventColumn,
  type EventRow,
} from '@/domain/events/project-events'
import { paths } from '@/domain/paths'
import { useProjectRef } from '@/layouts/namespace'
import { announce } from '@/lib/announce'
import { EventBulkBar } from './EventBulkBar'
import { eventColumns } from './event-columns'
import classes from './EventsPage.module.css'

const columnsToSort: readonly EventColumn[] = ['shown', 'functionName', 'kind', 'path', 'expected']

const usualSort: SortBy<EventColumn> = { column: 'functionName', descending: false }

/** All events of a project's functions: to find, run, export and delete; what is searched and sorted stands in the address. */
export function EventsPage() {
  const { namespace, project } = useProjectRef()
  const at = useMemo(() => ({ namespace, project }), [namespace, project])
  const events = useSuspenseQuery(namespaceEventsQuery(namespace))
  const { data: functions } = useSuspenseQuery(functionsQuery(at))
  const names = useMemo(() => functions.map(({ name }) => name), [functions])
  const all = useMemo(() => eventsOfProject(events.data, new Set(names)), [events.data, names])
  const [search, setSearch] = useUrlState('q', '')
  const [functionName, setFunctionName] = useUrlState('function', '')
  const [sort, setSort] = useUrlSort(columnsToSort, usualSort)
  const rows = useMemo(
    () => arrangeEvents(all, { search, functionName, ...sort }),
    [all, search, functionName, sort],
  )
  const [selectedNames, setSelectedNames] = useState<ReadonlySet<string>>(new Set())
  const selected = rows.filter(({ name }) => selectedNames.has(name))
  const { runs, left, run, stop } = useRuns(at)
  const [shown, setShown] = useState<EventRow>()
  const [isImporting, setIsImporting] = useState(false)
  const columns = useMemo(() => {
    const select = (chosen: readonly string[], isSelected: boolean) =>
      setSelectedNames((before) => {
        const next = new Set(before)
        for (const name of chosen)
          if (isSelected) next.add(name)
          else next.delete(name)
        return next
      })
    return eventColumns(
      at,
      { runs, onRun: (row) => run([row]), onShow: setShown },
      { names: selectedNames, select },
    )
  }, [at, runs, run, selectedNames])
  const isFiltered = search.trim() !== '' || functionName !== ''
  const target = names.includes(functionName) ? { ...at, name: functionName } : undefined
  const shownRun = shown && runs.get(shown.name)

  return (
    <Page>
      <PageHeader
        title="Events"
        actions={
          <>
            <Button variant="default" onClick={() => setIsImporting(true)}>
              Import…
            </Button>
            {left > 0 ? (
              <Button variant="default" onClick={stop}>
                Stop, {left} left
              </Button>
            ) : (
              <ActButton
                variant="filled"
                disabledReason={rows.length === 0 ? 'There is no event to run' : undefined}
                onClick={() => run(rows)}
              >
                Run {isFiltered ? rows.length : 'all'}
              </ActButton>
            )}
          </>
        }
      >
        <div className={classes.filters}>
          <SearchInput label="Search the events" placeholder="Search" value={search} onChange={setSearch} />
          <NativeSelect
            aria-label="Function"
            value={functionName}
            data={[
              { value: '', label: 'All functions' },
              ...names.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(event) => setFunctionName(event.currentTarget.value)}
          />
          {target && (
            <LinkButton variant="default" to={paths.functionTab(target, 'console')}>
              New event in the console
            </LinkButton>
          )}
          <span className={classes.count} role="status">
            {isFiltered
              ? `${rows.length} of ${all.length}`
              : `${all.length} ${all.length === 1 ? 'event' : 'events'}`}
          </span>
          <StaleNotice error={events.error} updatedAt={events.dataUpdatedAt} />
        </div>
      </PageHeader>
      {all.length === 0 ? (
        <EmptyState
          title="No events yet"
          action={<LinkButton to={paths.functions(at)}>Go to the functions</LinkButton>}
        >
          <p>
            An event is a request to a function that is kept on the server, with what is expected of its
            answer. Open a function’s console, fill in a request and save it; then all events of a project can
            be run from here.
          </p>
        </EmptyState>
      ) : (
        <DataTable
          label="Events"
          rows={rows}
          columns={columns}
          rowKey={(row) => row.name}
          sort={sort}
          onSort={setSort}
          empty={
            <EmptyState
              title="No event matches"
              action={
                <Button
                  variant="default"
                  onClick={() => {
                    setSearch('')
                    setFunctionName('')
                  }}
                >
                  Clear the filters
                </Button>
              }
            >
              <p>Names, functions, kinds of triggers, methods and paths are searched.</p>
            </EmptyState>
          }
        />
      )}
      {selected.length > 0 && (
        <EventBulkBar
          at={at}
          selected={selected}
          onRun={() => run(selected)}
          onClear={() => setSelectedNames(new Set())}
        />
      )}
      {isImporting && (
        <EventImport
          namespace={namespace}
          into={target?.name}
          functions={names}
          onClose={() => setIsImporting(false)}
        />
      )}
      {shown && shownRun && (
        <Dialog title={`How ${shown.shown} went`} onClose={() => setShown(undefined)} width={640}>
          <RunDetail run={shownRun} />
        </Dialog>
      )}
    </Page>
  )
}

/** Runs events of the project, and holds how they went for as long as the page lives. */
function useRuns(at: { namespace: string; project: string }) {
  const [runs, setRuns] = useState<ReadonlyMap<string, EventRun>>(new Map())
  const [left, setLeft] = useState(0)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const [act] = useState(() => ({
    run(rows: readonly EventRow[], ref: typeof at) {
      const controller = new AbortController()
      running.current?.abort()
      running.current = controller
      setLeft(rows.length)
      let failed = 0
      void runEvents(
        rows.map(({ event, functionName }) => ({ ref: { ...ref, name: functionName }, event })),
        controller.signal,
        ({ metadata }, run) => {
          if (run.outcome === 'failed' || run.outcome === 'unanswered') failed += 1
          setRuns((known) => new Map(known).set(metadata.name, run))
          setLeft((now) => Math.max(0, now - 1))
        },
      ).then(() => {
        if (running.current !== controller) return
        setLeft(0)
        announce(failed === 0 ? 'All events are over, none failed' : `${failed} events failed`)
      })
    },
  }))
  const run = useMemo(() => (rows: readonly EventRow[]) => act.run(rows, at), [act, at])
  return { runs, left, run, stop: () => running.current?.abort() }
}
