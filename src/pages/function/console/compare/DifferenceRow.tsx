import { Button } from '@mantine/core'
import classes from './Compare.module.css'

interface DifferenceRowProps {
  kind: 'added' | 'removed' | 'changed' | 'type-changed' | 'moved'
  name: string
  /** Where a moved item stood before. */
  movedFrom?: string
  from?: string
  to?: string
  onIgnore?: () => void
}

const words: Record<DifferenceRowProps['kind'], string> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  'type-changed': 'other type',
  moved: 'moved',
}

/** Signs of a value that are drawn. */
const drawn = 300

const short = (text: string): string => (text.length > drawn ? `${text.slice(0, drawn)}…` : text)

/** One place where two answers differ. */
export function DifferenceRow({ kind, name, movedFrom, from, to, onIgnore }: DifferenceRowProps) {
  return (
    <li className={classes.row} data-kind={kind}>
      <span className={classes.kind}>{words[kind]}</span>
      <span className={classes.name}>{name}</span>
      <span className={classes.values}>
        {movedFrom && <span className={classes.said}>from {movedFrom}</span>}
        {from !== undefined && <del className={classes.from}>{short(from)}</del>}
        {to !== undefined && <ins className={classes.to}>{short(to)}</ins>}
      </span>
      {onIgnore && (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={`Ignore ${name} from now on`}
          onClick={onIgnore}
        >
          Ignore
        </Button>
      )}
    </li>
  )
}
