import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { v3ioStreamsQuery } from '@/api/v3io-streams'
import { DataTable } from '@/components/DataTable'
import { Page } from '@/components/Page'
import { PageHeader } from '@/components/PageHeader'
import { StaleNotice } from '@/components/StaleNotice'
import { useUrlSort } from '@/components/use-url-sort'
import { latestDrain } from '@/domain/streams/drain'
import { worstHealth } from '@/domain/streams/health'
import { sumOfKnown, type LagView } from '@/domain/streams/lag-view'
import { together } from '@/domain/streams/series'
import type { LagSample } from '@/domain/streams/samples'
import { useProjectRef } from '@/layouts/namespace'
import { FirstStream } from './FirstStream'
import { LagCharts } from './LagCharts'
import { LagControls, useChartRange } from './LagControls'
import { LagFigures } from './LagFigures'
import { LagRefusal } from './LagRefusal'
import { columnsToSort, sortedRows, streamColumns, streamCount, usualSort } from './streams-table'
import { useLagWatch, viewOf, type WatchedStream } from './use-lag-watch'
import { historyKey } from './lag-history'
import classes from './StreamsPage.module.css'

/** The streams that a project's functions read, and how far behind all of them are together. */
export function StreamsPage() {
  const { namespace, project } = useProjectRef()
  const at = useMemo(() => ({ namespace, project }), [namespace, project])
  const list = useSuspenseQuery(v3ioStreamsQuery(at))
  const placed = useMemo(
    () => list.data.flatMap(({ stream, ...rest }) => (stream ? [{ ...rest, stream }] : [])),
    [list.data],
  )
  const { watched, now, look } = useLagWatch(at, placed)
  const [range, setRange] = useChartRange()
  const [sort, setSort] = useUrlSort(columnsToSort, usualSort)
  const columns = useMemo(() => streamColumns(at), [at])
  const rows = list.data.map((one) => {
    const key = `${one.function}@${one.trigger}`
    return { ...one, key, watched: watched.find((other) => other.key === key) }
  })
  const groups = distinct(watched)
  const [joined] = useState(rememberingTogether)
  const samples = joined(groups.filter((one) => !hasNothing(one)).map((one) => one.samples))
  const failed = watched.filter(({ error }) => error)
  const isRefused = watched.length > 0 && failed.length === watched.length && groups.every(hasNothing)

  if (list.data.length === 0)
    return (
      <Page>
        <PageHeader title="Streams" />
        <FirstStream at={at} />
      </Page>
    )
  return (
    <Page>
      <PageHeader
        title="Streams"
        actions={
          <LagControls
            name={`${project}-lags`}
            watched={groups}
            range={range}
            onRange={setRange}
            onLook={look}
          />
        }
      >
        <div className={classes.line}>
          <span className={classes.count}>{streamCount(list.data.length)}</span>
          <StaleNotice error={list.error} updatedAt={list.dataUpdatedAt} />
        </div>
      </PageHeader>
      {isRefused ? (
        <LagRefusal error={failed[0]?.error} />
      ) : (
        <section aria-label="All streams together">
          <LagFigures view={viewOfAll(groups, samples, now)} now={now} />
          <LagCharts samples={samples} range={range} now={now} />
        </section>
      )}
      <DataTable
        label="Streams"
        rows={sortedRows(rows, sort)}
        columns={columns}
        rowKey={({ key }) => key}
        sort={sort}
        onSort={setSort}
      />
    </Page>
  )
}

const hasNothing = ({ samples }: WatchedStream): boolean => samples.length === 0

/** Functions of one group share what is before it: it counts once. */
function distinct(watched: readonly WatchedStream[]): WatchedStream[] {
  const byGroup = new Map(watched.map((one) => [historyKey('', '', one.stream), one]))
  return [...byGroup.values()]
}

/** Joins samples, and remembers what it joined last: most renders bring nothing new. */
function rememberingTogether() {
  let from: readonly (readonly LagSample[])[] = []
  let joined: readonly LagSample[] = []
  return (next: typeof from) => {
    const isSame = next.length === from.length && next.every((samples, index) => samples === from[index])
    if (!isSame) [from, joined] = [next, together(next)]
    return joined
  }
}

/** The figures of all. What only a group can know, its end and its health, is the worst of any. */
function viewOfAll(groups: readonly WatchedStream[], samples: readonly LagSample[], now: number): LagView {
  const views = groups.filter((one) => !hasNothing(one)).map(({ view }) => view)
  const sum = viewOf(samples, now)
  return {
    ...sum,
    ...(!sum.isStale && { outRate: sumOfKnown(views.map(({ outRate }) => outRate)) }),
    uncommitted: views.reduce((total, { uncommitted }) => total + uncommitted, 0),
    drain: views.length === 0 ? sum.drain : latestDrain(views.map(({ drain }) => drain)),
    health: worstHealth(views.map(({ health }) => health)),
  }
}
