import { useId, type CSSProperties } from 'react'
import { TextInput } from '@mantine/core'
import classes from './GatewayForm.module.css'

interface ShareFieldProps {
  /** Percentage of the canary; no number while the field is empty. */
  share: number
  primary: string
  error?: string
  onChange: (share: number) => void
}

/** The share of the canary: a slider, and the number beside it. */
export function ShareField({ share, primary, error, onChange }: ShareFieldProps) {
  const wordsId = useId()
  const isKnown = Number.isFinite(share)
  return (
    <div className={classes.shareField}>
      <span id={`${wordsId}-label`} className={classes.shareLabel}>
        Share of the canary
      </span>
      <div className={classes.shareLine}>
        <input
          type="range"
          min={1}
          max={99}
          aria-labelledby={`${wordsId}-label`}
          aria-describedby={wordsId}
          aria-valuetext={isKnown ? `${share} percent` : undefined}
          value={isKnown ? share : 1}
          style={{ '--at': `${isKnown ? Math.min(share, 100) : 0}%` } as CSSProperties}
          onChange={(event) => onChange(Number(event.currentTarget.value))}
        />
        <TextInput
          aria-label="Share of the canary in percent"
          className={classes.shareNumber}
          inputMode="numeric"
          error={error !== undefined}
          value={isKnown ? String(share) : ''}
          rightSection="%"
          onChange={(event) => {
            const digits = event.currentTarget.value.replace(/\D/g, '').slice(0, 3)
            onChange(digits === '' ? Number.NaN : Number(digits))
          }}
        />
      </div>
      <p id={wordsId} className={error ? classes.problem : classes.note}>
        {error ?? `${primary || 'The function'} gets the other ${100 - share} %`}
      </p>
    </div>
  )
}
