import { Link } from 'react-router'
import type { ProjectRef } from '@/api/projects'
import { paths } from '@/domain/paths'
import type { StateGroup } from '@/domain/function-state'
import { totalOf, type StateCount } from './project-rows'
import classes from './FunctionCounts.module.css'

const signs: Record<StateGroup, string> = {
  failing: '▲',
  deploying: '◐',
  ready: '●',
  'scaled-to-zero': '◌',
  imported: '○',
  disabled: '‖',
  'not-deployed': '◯',
}

/** The functions of a project by state; each count leads to the list of what it counts. */
export function FunctionCounts({ at, counts }: { at: ProjectRef; counts: StateCount[] | undefined }) {
  if (!counts) return <span className={classes.waiting} aria-label="Counting" />
  if (totalOf({ counts }) === 0) return <span className={classes.none}>none</span>
  return (
    <span className={classes.box}>
      <span className={classes.counts}>
        {counts.map(({ group, word, tone, count }) => (
          <Link
            key={group}
            to={paths.functions(at, { state: group })}
            className={classes.count}
            data-tone={tone}
            title={`${count} ${word}`}
            aria-label={`${count} ${word}`}
          >
            <span className={classes.sign} aria-hidden="true">
              {signs[group]}
            </span>
            {count}
            <span className={classes.word}> {word}</span>
          </Link>
        ))}
      </span>
    </span>
  )
}
