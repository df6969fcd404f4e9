import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { ApiError } from '@/api/errors'
import { serverQuery } from '@/api/platform'
import { refusalOf, v3ioStreamsQuery } from '@/api/v3io-streams'
import { Page } from '@/components/Page'
import { PageHeader } from '@/components/PageHeader'
import { StaleNotice } from '@/components/StaleNotice'
import { StateChip } from '@/components/StateChip'
import { TableSkeleton } from '@/components/TableSkeleton'
import { paths } from '@/domain/paths'
import { useProjectRef } from '@/layouts/namespace'
import { LagCharts } from './LagCharts'
import { LagControls, useChartRange } from './LagControls'
import { Figure, LagFigures } from './LagFigures'
import { LagRefusal } from './LagRefusal'
import { PutRecords } from './PutRecords'
import { ShardTable } from './ShardTable'
import { useLagWatch } from './use-lag-watch'
import { WhatIf } from './WhatIf'
import classes from './StreamPage.module.css'

/** One stream as one trigger reads it: how far behind, since when, until when, and which shard it hangs on. */
export function StreamPage() {
  const { namespace, project } = useProjectRef()
  const at = useMemo(() => ({ namespace, project }), [namespace, project])
  const { stream: key = '' } = useParams()
  const list = useSuspenseQuery(v3ioStreamsQuery(at))
  const placed = useMemo(() => {
    const found = list.data.find((one) => `${one.function}@${one.trigger}` === key)
    return found?.stream ? [{ ...found, stream: found.stream }] : []
  }, [list.data, key])
  const { watched, now, look } = useLagWatch(at, placed)
  const { data: server } = useQuery(serverQuery())
  const [range, setRange] = useChartRange()
  const [one] = watched
  if (!one) throw new ApiError(404, `No function of ${project} reads a stream as “${key}”`)

  const { stream, view, samples, fn, workers } = one
  const { containerName, streamPath, consumerGroup } = stream
  const isRefused = Boolean(one.error) && (samples.length === 0 || refusalOf(one.error) !== undefined)
  const held = view.shards.find(({ shard }) => shard === view.holdsUp)
  return (
    <Page>
      <PageHeader
        title={key}
        actions={<LagControls name={key} watched={watched} range={range} onRange={setRange} onLook={look} />}
      >
        <p className={classes.facts}>
          <Link to={paths.functionTab({ ...at, name: one.function }, 'triggers')} data-link>
            {one.function}
          </Link>
          {fn && <StateChip fn={fn} withReason={false} />}
          <span>
            reads {containerName}/{streamPath.replace(/^\/+/, '')} as group {consumerGroup}
          </span>
          {view.shards.length > 0 && <span>{counted(view.shards.length, 'shard')}</span>}
          {view.shards.length === 0 && one.isPending && <span>– shards</span>}
          {workers !== undefined && <span>{counted(workers, 'worker')}</span>}
          <StaleNotice error={isRefused ? null : one.error} updatedAt={view.at ?? now} />
        </p>
      </PageHeader>
      {isRefused && <LagRefusal error={one.error} />}
      {(!isRefused || samples.length > 0) && (
        <>
          <LagFigures view={view} now={now}>
            {held && (
              <Figure label="Held up by">
                shard {held.shard}, {Math.round(held.share * 100)} %
              </Figure>
            )}
          </LagFigures>
          {workers !== undefined && workers > 0 && view.shards.length !== 1 && (
            <WhatIf view={view} workers={workers} now={now} />
          )}
          <LagCharts samples={samples} range={range} now={now} />
          {one.isPending && view.shards.length === 0 ? (
            <TableSkeleton columns={['Shard', 'Lag', 'Drained', 'Health']} />
          ) : (
            <ShardTable shards={view.shards} samples={samples} range={range} />
          )}
        </>
      )}
      {server?.kind === 'embedded' && <PutRecords stream={{ containerName, streamPath }} now={now} />}
    </Page>
  )
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
