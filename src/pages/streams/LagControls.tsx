import { Button, NativeSelect } from '@mantine/core'
import type { ChartRange } from '@/domain/streams/series'
import { lagCsv, type CsvGroup } from '@/domain/streams/lag-csv'
import { ActButton } from '@/components/ActButton'
import { useUrlState } from '@/components/use-url-state'
import { saveFile } from '@/lib/save-file'
import type { WatchedStream } from './use-lag-watch'
import { refreshPaces, setRefreshPace, useRefreshPace, type RefreshPace } from './refresh-pace'

/** What charts show, from the address. */
export function useChartRange(): [ChartRange, (range: ChartRange) => void] {
  const [range, setRange] = useUrlState('range', '15m')
  return [range === '1h' ? '1h' : '15m', setRange]
}

const paceWords = (pace: RefreshPace): string => (pace === 0 ? 'Refresh: off' : `Refresh: ${pace} s`)

interface LagControlsProps {
  /** Of the file. */
  name: string
  watched: readonly WatchedStream[]
  range: ChartRange
  onRange: (range: ChartRange) => void
  onLook: () => void
}

/** How often to look, how far back to show, and all samples as a file. */
export function LagControls({ name, watched, range, onRange, onLook }: LagControlsProps) {
  const pace = useRefreshPace()
  const groups = watched.map(({ stream, samples }): CsvGroup => ({
    container: stream.containerName,
    path: stream.streamPath,
    group: stream.consumerGroup,
    samples,
  }))
  const hasSamples = groups.some(({ samples }) => samples.length > 0)
  return (
    <>
      {pace === 0 && (
        <Button variant="default" onClick={onLook}>
          Look now
        </Button>
      )}
      <NativeSelect
        aria-label="Refresh"
        value={String(pace)}
        data={refreshPaces.map((one) => ({ value: String(one), label: paceWords(one) }))}
        onChange={(event) => {
          const chosen = refreshPaces.find((one) => String(one) === event.currentTarget.value)
          if (chosen !== undefined) setRefreshPace(chosen)
        }}
      />
      <NativeSelect
        aria-label="Time shown"
        value={range}
        data={[
          { value: '15m', label: '15 minutes' },
          { value: '1h', label: '1 hour' },
        ]}
        onChange={(event) => onRange(event.currentTarget.value === '1h' ? '1h' : '15m')}
      />
      <ActButton
        variant="default"
        disabledReason={hasSamples ? undefined : 'Nothing was seen yet'}
        onClick={() => saveFile(`${name}.csv`, lagCsv(groups), 'text/csv')}
      >
        Save as CSV
      </ActButton>
    </>
  )
}
