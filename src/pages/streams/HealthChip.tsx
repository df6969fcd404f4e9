import type { ReactNode } from 'react'
import { ToneChip, ToneReason } from '@/components/ToneChip'
import type { StateTone } from '@/domain/function-state'
import type { HealthWord } from '@/domain/streams/health'

const tones: Record<HealthWord, StateTone> = {
  OK: 'ok',
  WARN: 'busy',
  REWIND: 'busy',
  STALL: 'bad',
  STOP: 'bad',
  UNKNOWN: 'off',
}

const drawings: Record<HealthWord, ReactNode> = {
  OK: <circle cx="6" cy="6" r="4.6" fill="currentColor" />,
  WARN: <path d="M6 1.4 11.4 10.8H.6Z" fill="currentColor" />,
  REWIND: <path d="M6 1.6v8.8L.8 6ZM11.4 1.6v8.8L6.2 6Z" fill="currentColor" />,
  STALL: <path d="M2.6 1.6H5v8.8H2.6zM7 1.6h2.4v8.8H7z" fill="currentColor" />,
  STOP: <path d="M1.8 1.8h8.4v8.4H1.8z" fill="currentColor" />,
  UNKNOWN: <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.5" />,
}

/** How a shard or a group does: a drawing, the word, its colour, and the reason on the same line, whole on hover. */
export function HealthChip({ word, why }: { word: HealthWord; why?: string }) {
  return (
    <ToneChip tone={tones[word]} icon={drawings[word]} word={word} title={why}>
      {why && <ToneReason text={why} />}
    </ToneChip>
  )
}
