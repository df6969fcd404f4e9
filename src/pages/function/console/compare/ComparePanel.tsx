import { NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import { SubmitError } from '@/components/SubmitError'
import { functionKey } from '@/domain/function-key'
import { keptText } from '@/lib/kept-text'
import { useWorkbench } from '../../workbench'
import { useConsole } from '../console-context'
import type { AnsweredExchange } from '../exchange'
import { useHistory } from '../history/use-history'
import { candidates, candidateWords, likelyOne, type Candidate } from './compared-answers'
import { differenceAside } from './difference-aside'
import type { DrawnDifference } from './drawn-difference'
import { Differences } from './Differences'
import { noiseText, pathsOf, readNoise, type Noise } from './noise'
import { NoiseMarks } from './NoiseMarks'
import classes from './Compare.module.css'

/** How an answer differs from an earlier one, without what was marked as noise for the function. */
export function ComparePanel({ exchange }: { exchange: AnsweredExchange }) {
  const { ref, server } = useWorkbench()
  const { exchanges } = useConsole()
  const { history } = useHistory()
  const [chosen, setChosen] = useState<string>()
  const key = functionKey('noise', server, ref)
  const [noise, setNoise] = useState(() => readNoise(keptText.read(key)))
  const mark = (next: Noise) => {
    setNoise(next)
    keptText.write(key, noiseText(next))
  }
  const others = candidates(exchange, exchanges, history)
  const other = others.find(({ id }) => id === chosen) ?? likelyOne(exchange, others)
  if (!other)
    return <p className={classes.quiet}>There is no other response yet; send a second request to compare.</p>
  return (
    <div className={classes.panel}>
      <div className={classes.tools}>
        <NativeSelect
          aria-label="Compare with the response of"
          className={classes.choice}
          value={other.id}
          data={others.map((one) => ({ value: one.id, label: candidateWords(one) }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <NoiseMarks noise={noise} onChange={mark} />
      </div>
      <Compared
        key={`${exchange.id} ${other.id}`}
        exchange={exchange}
        other={other}
        noise={noise}
        onNoise={mark}
      />
    </div>
  )
}

interface ComparedProps {
  exchange: AnsweredExchange
  other: Candidate
  noise: Noise
  onNoise: (noise: Noise) => void
}

function Compared({ exchange, other, noise, onNoise }: ComparedProps) {
  const [found, setFound] = useState<DrawnDifference>()
  const [trouble, setTrouble] = useState<unknown>()
  const to = exchange.outcome.answer
  const from = other.answer
  useEffect(() => {
    const controller = new AbortController()
    const { status, headers, body } = to
    const plain = {
      from: { status: from.status, headers: from.headers, body: from.body },
      to: { status, headers, body },
    }
    differenceAside(
      { ...plain, noise: { headers: noise.headers, paths: pathsOf(noise) } },
      controller.signal,
    ).then(
      (difference) => {
        setFound(difference)
        setTrouble(undefined)
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setTrouble(error)
      },
    )
    return () => controller.abort()
  }, [from, to, noise])
  if (trouble !== undefined) return <SubmitError error={trouble} />
  if (!found)
    return (
      <p className={classes.quiet} role="status">
        Comparing…
      </p>
    )
  return <Differences difference={found} noise={noise} onNoise={onNoise} />
}
