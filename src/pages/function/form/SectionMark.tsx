import { isWithin, sameValue, valueAt, type Path } from '@/lib/tree'
import { configOf } from '../draft/draft'
import { unreadWithin } from '../draft/unread-texts'
import { MarkSign, markWords, type Mark } from '../Mark'
import { useWorkbench } from '../workbench'
import classes from './Section.module.css'

/** Whether some places are edited, or what cannot be read or would be refused lies in them. */
export function useSectionMark(paths: readonly Path[]): Mark | undefined {
  const { control, findings } = useWorkbench()
  const { base, config, unread } = control.draft
  if (unreadWithin(unread, paths).length > 0) return 'broken'
  if (findings.some((finding) => paths.some((path) => isWithin(finding.path, path)))) return 'broken'
  const before = configOf(base)
  return paths.some((path) => !sameValue(valueAt(before, path), valueAt(config, path))) ? 'edited' : undefined
}

/** The mark in words, with a sign; colour never says it alone. */
export function SectionMark({ mark }: { mark: Mark | undefined }) {
  if (!mark) return null
  return (
    <span className={classes.mark} data-mark={mark}>
      <MarkSign mark={mark} /> {markWords[mark]}
    </span>
  )
}
