import { Link } from 'react-router'
import type { ProjectRef } from '@/api/projects'
import { refusalOf, type TriggerStream } from '@/api/v3io-streams'
import type { Column, Sort } from '@/components/DataTable'
import { errorLine } from '@/components/error-words'
import { StateChip } from '@/components/StateChip'
import { paths } from '@/domain/paths'
import { healthOrder, type Health } from '@/domain/streams/health'
import { countWords, drainShort, rateWords } from '@/domain/streams/words'
import { HealthChip } from './HealthChip'
import { LagNumber, TrendSign } from './LagFigures'
import type { WatchedStream } from './use-lag-watch'
import classes from './StreamsPage.module.css'

/** A row: a trigger, with what was seen of its stream where it says which one that is. */
export interface StreamRow extends TriggerStream {
  key: string
  watched?: WatchedStream
}

/** How a group does, by its worst shard; why nobody knows, where that is the case. */
export function groupHealth({ watched }: StreamRow): Health {
  if (!watched)
    return { word: 'UNKNOWN', why: 'its trigger names the stream in a URL, whose lags nobody can ask for' }
  if (watched.error) {
    const why =
      refusalOf(watched.error) === 'missing' ? 'there is no such stream yet' : errorLine(watched.error)
    return { word: 'UNKNOWN', why }
  }
  const { health, shards } = watched.view
  const count = shards.filter((shard) => shard.health.word === health).length
  if (health === 'OK') return { word: health, why: '' }
  const first = shards.find((shard) => shard.health.word === health)
  return { word: health, why: first ? `${count} of ${shards.length}: ${first.health.why}` : '' }
}

const orders: Record<string, (row: StreamRow) => number | string> = {
  key: ({ key }) => key,
  lag: ({ watched }) => watched?.view.lag ?? -1,
  in: ({ watched }) => watched?.view.inRate ?? -1,
  out: ({ watched }) => watched?.view.outRate ?? -1,
  health: (row) => -healthOrder.indexOf(groupHealth(row).word),
}

export const columnsToSort = Object.keys(orders)
export const usualSort: Sort = { column: 'lag', descending: true }

/** The rows in that order. */
export function sortedRows(rows: readonly StreamRow[], { column, descending }: Sort): StreamRow[] {
  const rank = orders[column] ?? (() => 0)
  const sign = descending ? -1 : 1
  return [...rows].sort((one, other) => {
    const [a, b] = [rank(one), rank(other)]
    if (a !== b) return a < b ? -sign : sign
    return one.key < other.key ? -1 : 1
  })
}

/** The columns of the list of streams. */
export function streamColumns(at: ProjectRef): Column<StreamRow>[] {
  return [
    {
      id: 'key',
      header: 'Stream',
      sortable: true,
      cell: ({ key, watched }) =>
        watched ? (
          <Link className={classes.name} title={key} to={paths.stream({ ...at, stream: key })}>
            {key}
          </Link>
        ) : (
          <span className={classes.name} title={key}>
            {key}
          </span>
        ),
    },
    {
      id: 'function',
      header: 'Function',
      hideBelow: 1000,
      width: '132px',
      cell: (row) => (
        <Link
          className={classes.function}
          title={row.function}
          to={paths.functionTab({ ...at, name: row.function }, 'triggers')}
        >
          {row.watched?.fn ? <StateChip fn={row.watched.fn} withReason={false} /> : row.function}
        </Link>
      ),
    },
    {
      id: 'place',
      header: 'Container and path',
      hideBelow: 800,
      cell: ({ stream }) => {
        const place = stream ? `${stream.containerName}/${stream.streamPath.replace(/^\/+/, '')}` : '–'
        return <span title={place}>{place}</span>
      },
    },
    {
      id: 'group',
      header: 'Group',
      hideBelow: 1000,
      width: '104px',
      cell: ({ stream }) => <span title={stream?.consumerGroup}>{stream?.consumerGroup ?? '–'}</span>,
    },
    {
      id: 'shards',
      header: 'Shards',
      hideBelow: 1200,
      width: '64px',
      align: 'right',
      cell: ({ watched }) => watched?.view.shards.length || '–',
    },
    {
      id: 'lag',
      header: 'Lag',
      sortable: true,
      width: '96px',
      align: 'right',
      cell: ({ watched }) => (
        <LagNumber lag={watched?.view.lag} isMost={(watched?.view.uncommitted ?? 0) > 0} />
      ),
    },
    {
      id: 'trend',
      header: 'Trend',
      hideBelow: 800,
      width: '96px',
      cell: ({ watched }) => watched && <TrendSign trend={watched.view.trend} />,
    },
    {
      id: 'in',
      header: 'In',
      sortable: true,
      hideBelow: 640,
      width: '80px',
      align: 'right',
      cell: ({ watched }) => rateWords(watched?.view.inRate),
    },
    {
      id: 'out',
      header: 'Out',
      sortable: true,
      hideBelow: 640,
      width: '80px',
      align: 'right',
      cell: ({ watched }) => rateWords(watched?.view.outRate),
    },
    {
      id: 'done',
      header: 'Drained',
      hideBelow: 1000,
      width: '136px',
      cell: ({ watched }) => (watched ? drainShort(watched.view.drain) : '–'),
    },
    {
      id: 'health',
      header: 'Health',
      sortable: true,
      cell: (row) => <HealthChip {...groupHealth(row)} />,
    },
  ]
}

/** A count with its word. */
export const streamCount = (count: number): string =>
  `${countWords(count)} ${count === 1 ? 'stream' : 'streams'}`
