import { useMemo } from 'react'
import { DataTable, type Column, type Sort } from '@/components/DataTable'
import { useUrlSort } from '@/components/use-url-sort'
import type { Drain } from '@/domain/streams/drain'
import { healthOrder, progressOf } from '@/domain/streams/health'
import type { ShardView } from '@/domain/streams/lag-view'
import { isUncommitted, type LagSample } from '@/domain/streams/samples'
import { inRange, stretches, type ChartRange } from '@/domain/streams/series'
import { countWords, drainShort, rateWords } from '@/domain/streams/words'
import { HealthChip } from './HealthChip'
import { LagNumber } from './LagFigures'
import { lineOf } from './LineChart'
import classes from './ShardTable.module.css'

interface ShardTableProps {
  shards: readonly ShardView[]
  samples: readonly LagSample[]
  range: ChartRange
}

const drainRank = (drain: Drain): number =>
  ({ unknown: -1, caughtUp: 0, in: drain.kind === 'in' ? drain.seconds : 0, never: Infinity })[drain.kind]

const orders: Record<string, (shard: ShardView) => number> = {
  shard: ({ shard }) => shard,
  lag: ({ lag }) => lag,
  in: ({ inRate }) => inRate ?? -1,
  out: ({ outRate }) => outRate ?? -1,
  done: ({ drain }) => drainRank(drain),
  health: ({ health }) => -healthOrder.indexOf(health.word),
}

const columnsToSort = Object.keys(orders)
const usualSort: Sort = { column: 'lag', descending: true }

/** Shard by shard: how far, how fast, how well; the one that is furthest behind first. */
export function ShardTable({ shards, samples, range }: ShardTableProps) {
  const [sort, setSort] = useUrlSort(columnsToSort, usualSort)
  const rows = useMemo(() => {
    const rank = orders[sort.column] ?? (() => 0)
    const sign = sort.descending ? -1 : 1
    return [...shards].sort((one, other) => sign * (rank(one) - rank(other) || 0) || one.shard - other.shard)
  }, [shards, sort])
  const columns = useMemo(() => columnsOf(samples, range), [samples, range])
  return (
    <DataTable
      label="Shards"
      rows={rows}
      columns={columns}
      rowKey={({ shard }) => String(shard)}
      sort={sort}
      onSort={setSort}
    />
  )
}

function columnsOf(samples: readonly LagSample[], range: ChartRange): Column<ShardView>[] {
  const to = samples.at(-1)?.at ?? 0
  const shown = inRange(samples, range, to)
  const from = shown[0]?.at ?? to
  return [
    { id: 'shard', header: 'Shard', sortable: true, width: '84px', cell: ({ shard }) => `shard ${shard}` },
    {
      id: 'committed',
      header: 'Committed',
      width: '112px',
      align: 'right',
      hideBelow: 640,
      cell: (shard) =>
        shard.committed === undefined ? (
          <span className={classes.none} title="The group has committed nothing in this shard">
            {isUncommitted(shard) ? 'never' : '–'}
          </span>
        ) : (
          countWords(shard.committed)
        ),
    },
    {
      id: 'current',
      header: 'Current',
      width: '112px',
      align: 'right',
      hideBelow: 800,
      cell: ({ current }) => countWords(current),
    },
    {
      id: 'lag',
      header: 'Lag',
      sortable: true,
      width: '104px',
      align: 'right',
      cell: (shard) => <LagNumber lag={shard.lag} isMost={isUncommitted(shard)} />,
    },
    {
      id: 'share',
      header: 'Of all',
      width: '72px',
      align: 'right',
      hideBelow: 800,
      cell: ({ share }) => `${Math.round(share * 100)} %`,
    },
    {
      id: 'chart',
      header: 'Lag over time',
      width: '136px',
      hideBelow: 1000,
      cell: ({ shard }) => <Spark samples={shown} shard={shard} from={from} to={to} />,
    },
    {
      id: 'in',
      header: 'In',
      sortable: true,
      width: '112px',
      align: 'right',
      hideBelow: 1000,
      cell: ({ inRate, skew }) => (
        <span
          title={
            skew === undefined
              ? undefined
              : `${skew.toFixed(1)} times what each would get if all got the same`
          }
        >
          {rateWords(inRate)}
          {skew !== undefined && skew >= 1.5 && <b className={classes.skew}> ×{skew.toFixed(1)}</b>}
        </span>
      ),
    },
    {
      id: 'out',
      header: 'Out',
      sortable: true,
      width: '88px',
      align: 'right',
      hideBelow: 640,
      cell: ({ outRate }) => rateWords(outRate),
    },
    {
      id: 'done',
      header: 'Drained',
      sortable: true,
      width: '136px',
      hideBelow: 800,
      cell: ({ drain }) => drainShort(drain),
    },
    {
      id: 'health',
      header: 'Health',
      sortable: true,
      cell: ({ health }) => <HealthChip {...health} />,
    },
  ]
}

/** The lag of one shard in the height of its row; what it says in numbers stands beside it. */
function Spark({
  samples,
  shard,
  from,
  to,
}: {
  samples: readonly LagSample[]
  shard: number
  from: number
  to: number
}) {
  const lines = stretches(samples, (sample) => progressOf(sample, shard)?.lag)
  const top = Math.max(1, ...lines.flat().map(({ value }) => value))
  const x = (at: number) => ((at - from) / Math.max(1, to - from)) * 120
  const y = (value: number) => 22 - (value / top) * 20
  return (
    <svg className={classes.spark} viewBox="0 0 120 24" preserveAspectRatio="none" aria-hidden="true">
      {lines.map((line) => (
        <path key={line[0]?.at} d={lineOf(line, x, y)} />
      ))}
    </svg>
  )
}
