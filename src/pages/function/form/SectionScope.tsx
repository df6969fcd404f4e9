import { useState, type ReactNode } from 'react'
import { isWithin, sameValue, valueAt, type Path } from '@/lib/tree'
import { configOf } from '../draft/draft'
import { unreadWithin } from '../draft/unread-texts'
import { useWorkbench, WorkbenchContext, type Workbench } from '../workbench'

/**
 * Around a section whose fields read no other places of the draft than `paths`: they are drawn again only when one of these
 * changes, or what else a field shows. A form of a hundred fields stays quick under the keys with it.
 */
export function SectionScope({ paths, children }: { paths: readonly Path[]; children: ReactNode }) {
  const workbench = useWorkbench()
  const [held, setHeld] = useState(workbench)
  const isCurrent = held === workbench || isSameFor(paths, held, workbench)
  if (!isCurrent) setHeld(workbench)
  return <WorkbenchContext value={isCurrent ? held : workbench}>{children}</WorkbenchContext>
}

function isSameFor(paths: readonly Path[], a: Workbench, b: Workbench): boolean {
  const [from, to] = [a.control.draft, b.control.draft]
  const isSame =
    a.fn === b.fn &&
    a.isGone === b.isGone &&
    a.platform === b.platform &&
    a.server === b.server &&
    sameValue(a.ref, b.ref) &&
    paths.every((path) => valueAt(from.config, path) === valueAt(to.config, path))
  if (!isSame) return false
  const [before, now] = [configOf(from.base), configOf(to.base)]
  return (
    sameValue(unreadWithin(from.unread, paths), unreadWithin(to.unread, paths)) &&
    (from.base === to.base || paths.every((path) => valueAt(before, path) === valueAt(now, path))) &&
    sameValue(findingsIn(paths, a), findingsIn(paths, b))
  )
}

function findingsIn(paths: readonly Path[], { findings }: Workbench) {
  return findings.filter((finding) =>
    paths.some((path) => isWithin(finding.path, path) || isWithin(path, finding.path)),
  )
}
