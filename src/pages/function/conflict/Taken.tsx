import { Link } from 'react-router'
import type { Change } from '@/lib/tree'
import { fieldId } from '../form/use-field'
import { settingOf } from '../settings-index'
import { tabPath } from '../tabs'
import { takenInWords } from '../draft/their-changes'
import { useWorkbench } from '../workbench'
import classes from './ConflictTab.module.css'

/** What someone else changed and is in the draft without a question, in words, each with the way to its field. */
export function Taken({ changes }: { changes: readonly Change[] }) {
  const { ref } = useWorkbench()
  if (changes.length === 0) return null
  return (
    <section className={classes.taken} aria-labelledby="taken-heading">
      <h3 id="taken-heading" className={classes.title}>
        Merged with your edits
      </h3>
      <ul className={classes.list}>
        {changes.map((change, i) => {
          const setting = settingOf(change.path)
          const words = takenInWords(change)
          return (
            // Of one list there may be several.
            <li key={i}>
              {setting ? (
                <Link to={tabPath(ref, { segment: setting.tab }, fieldId(setting.path))}>{words}</Link>
              ) : (
                words
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
