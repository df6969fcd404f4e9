import { Button } from '@mantine/core'
import { useDeferredValue } from 'react'
import { runtimeOf, runtimes } from '@/domain/runtimes'
import { useWorkbench } from '../workbench'
import classes from './CodeTab.module.css'
import { guessFamily } from './source-language'

/** Says quietly when a source looks to be written for another runtime than the chosen one. */
export function LanguageHint({ source }: { source: string }) {
  const { control } = useWorkbench()
  const { spec } = control.draft.config
  const runtime = runtimeOf(spec.runtime)
  const guess = guessFamily(useDeferredValue(source))
  const meant = runtimes.find(({ family }) => family === guess)
  if (!meant || meant.family === runtime.family) return null
  const handler = spec.handler === runtime.handler ? meant.handler : spec.handler
  return (
    <p className={classes.note}>
      This looks like {meant.label.replace(/ [\d.]+$/, '')}, and the function runs on {runtime.label}.{' '}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => control.edit(['spec'], { ...spec, runtime: meant.id, handler })}
      >
        Use {meant.label}
      </Button>
    </p>
  )
}
