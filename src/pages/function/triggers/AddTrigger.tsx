import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '@/components/Dialog'
import { FilterList } from '@/components/FilterList'
import { triggerKinds, type TriggerKind } from '@/domain/triggers/kinds'
import { whyNotAdd, type Triggers } from '@/domain/triggers/trigger-names'
import { bestMatches } from '@/lib/match'
import classes from './Triggers.module.css'

interface Choice {
  id: string
  label: string
  note: string
}

const choices: readonly Choice[] = triggerKinds.map(({ kind, label, does }) => ({
  id: kind,
  label,
  note: does,
}))

const search = <Item extends Choice>(items: readonly Item[], query: string, limit: number) =>
  bestMatches(items, query, (item) => `${item.label} ${item.id}`, limit)

/** Chooses the kind of a new trigger from a list with what each does; says why when there cannot be another of it. */
export function AddTrigger({
  id,
  triggers,
  onAdd,
}: {
  id: string
  triggers: Triggers
  onAdd: (kind: string) => void
}) {
  const [isOpen, setIsOpen] = useState(false)
  const [refused, setRefused] = useState<string>()
  const pick = (kind: TriggerKind['kind']) => {
    const why = whyNotAdd(kind, triggers)
    setRefused(why)
    if (why) return
    setIsOpen(false)
    onAdd(kind)
  }
  return (
    <>
      <Button
        id={id}
        variant="default"
        onClick={() => {
          setRefused(undefined)
          setIsOpen(true)
        }}
      >
        Add trigger
      </Button>
      {isOpen && (
        <Dialog title="Add a trigger" onClose={() => setIsOpen(false)} width={620}>
          <div className={classes.kinds}>
            <FilterList
              label="Kind of trigger"
              items={choices}
              search={search}
              onPick={(one) => pick(one.id)}
            />
            <p role="alert" className={classes.refused}>
              {refused}
            </p>
          </div>
        </Dialog>
      )}
    </>
  )
}
