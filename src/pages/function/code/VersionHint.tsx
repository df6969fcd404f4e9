import { useSuspenseQuery } from '@tanstack/react-query'
import { serverQuery } from '@/api/platform'
import { runtimeOf, runtimes } from '@/domain/runtimes'
import { useWorkbench } from '../workbench'
import classes from './CodeTab.module.css'

/**
 * Says that a Nuclio may refuse the version of the runtime. Versions come and go with those of Nuclio, so it is no finding; the
 * embedded platform runs whatever the machine has.
 */
export function VersionHint() {
  const { control } = useWorkbench()
  const { data: server } = useSuspenseQuery(serverQuery())
  const { id, label, family } = runtimeOf(control.draft.config.spec.runtime)
  const offered = runtimes.filter((runtime) => runtime.family === family)
  const isUsual = offered.length === 0 || id === family || offered.some((runtime) => runtime.id === id)
  if (server.kind === 'embedded' || isUsual) return null
  return (
    <p className={classes.note}>
      Nuclio 1.14 does not take a source in {label}, and answers “Unsupported runtime name: {id}”; it has{' '}
      {offered.map((runtime) => runtime.label).join(', ')}.
    </p>
  )
}
