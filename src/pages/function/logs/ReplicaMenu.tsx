import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Icon } from '@/components/Icon'
import { Popup } from '@/components/Popup'
import type { ReplicaStatus } from '@/domain/logs/log-status'
import { replicaWords } from './feed-words'
import grid from './LogGrid.module.css'
import classes from './ReplicaMenu.module.css'
import { replicaLetter } from './replica-letter'

interface ReplicaMenuProps {
  replicas: readonly ReplicaStatus[]
  /** Names of those that are shown; all when absent. */
  chosen?: readonly string[]
  onChange: (chosen: readonly string[] | undefined) => void
}

/** Which replicas are shown, with what each does and wrote. */
export function ReplicaMenu({ replicas, chosen, onChange }: ReplicaMenuProps) {
  const [open, setOpen] = useState(false)
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const isShown = (name: string) => chosen === undefined || chosen.includes(name)
  const flip = (name: string) => {
    const names = replicas.map((replica) => replica.name)
    const next = names.filter((other) => (other === name ? !isShown(other) : isShown(other)))
    onChange(next.length === 0 || next.length === names.length ? undefined : next)
  }
  const count = replicas.filter(({ name }) => isShown(name)).length
  const words =
    chosen === undefined
      ? `${replicas.length} ${replicas.length === 1 ? 'replica' : 'replicas'}`
      : `${count} of ${replicas.length} replicas`
  return (
    <>
      <Button
        ref={setAnchor}
        variant="default"
        aria-haspopup="dialog"
        aria-expanded={open}
        rightSection={<Icon name="chevron" size={12} />}
        onClick={() => setOpen(!open)}
      >
        {words}
      </Button>
      {open && (
        <Popup anchor={anchor} onClose={() => setOpen(false)} role="dialog" aria-label="Replicas">
          <div className={classes.list}>
            {replicas.length === 0 && <p className={classes.words}>None has written yet.</p>}
            {replicas.map((replica, i) => (
              <div key={replica.name} className={classes.replica}>
                <Checkbox
                  size="xs"
                  label={replica.name}
                  classNames={{ label: classes.name }}
                  checked={isShown(replica.name)}
                  onChange={() => flip(replica.name)}
                />
                <span className={grid.replica} data-hue={i % 6}>
                  {replicaLetter(i)}
                </span>
                <p className={classes.words}>
                  {replica.lines.toLocaleString()} {replica.lines === 1 ? 'line' : 'lines'}
                  {replica.errors > 0 &&
                    `, ${replica.errors.toLocaleString()} ${replica.errors === 1 ? 'error' : 'errors'}`}
                  {' · '}
                  {replicaWords(replica)}
                </p>
                {replicas.length > 1 && (
                  <button
                    type="button"
                    className={classes.only}
                    aria-label={`Only ${replica.name}`}
                    onClick={() => onChange([replica.name])}
                  >
                    Only this one
                  </button>
                )}
              </div>
            ))}
            {chosen !== undefined && (
              <Button variant="subtle" onClick={() => onChange(undefined)}>
                Show all
              </Button>
            )}
          </div>
        </Popup>
      )}
    </>
  )
}
