import type { TriggerKind } from '@/domain/triggers/kinds'

const drawings: Record<TriggerKind['family'], string> = {
  web: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM2 8h12M8 2c2.2 2 2.8 4 2.8 6S10.2 12 8 14C5.8 12 5.2 10 5.2 8S5.8 4 8 2',
  time: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.500V8l2.5 1.8',
  stream: 'M2 5c2-1.6 4-1.6 6 0s4 1.6 6 0M2 8.500c2-1.6 4-1.6 6 0s4 1.6 6 0M2 12c2-1.6 4-1.6 6 0s4 1.6 6 0',
  queue: 'M2 4h12v8H2ZM2 4.500l6 4.5 6-4.5',
  once: 'M5 3.200v9.600L12.5 8Z',
  unknown: 'M5.8 6a2.2 2.2 0 1 1 3.3 1.900c-.8.5-1.1.9-1.1 1.800M8 12v.1',
}

/** The drawing of a family of triggers. Decorative: the words beside it say the same. */
export function KindIcon({ family }: { family: TriggerKind['family'] }) {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={drawings[family]}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.4}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
