import { NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { CopyButton } from '@/components/CopyButton'
import { useDeploys } from '../deploy/deploy-context'
import { configToDeploy } from '../draft/draft'
import { ScrollBox } from '../ScrollBox'
import { useWorkbench } from '../workbench'
import { codeChoices } from './requests'
import classes from './ReviewTab.module.css'

/** The deploy and other acts as text for a shell or a file, to copy. */
export function AsCode() {
  const { ref, fn, control, platform } = useWorkbench()
  const { mode } = useDeploys().plan
  const { draft } = control
  const [chosen, setChosen] = useState(0)
  const choices = useMemo(
    () =>
      codeChoices({
        ref,
        fn,
        deploy: configToDeploy(draft, mode),
        platformKind: platform.platformKind,
        origin: window.location.origin,
      }),
    [ref, fn, draft, mode, platform],
  )
  const choice = choices[chosen] ?? choices[0]
  if (!choice) return null
  return (
    <section className={classes.section} aria-label="As code">
      <div className={classes.codeHead}>
        <h2 className={classes.title}>As code</h2>
        <NativeSelect
          aria-label="What to show as code"
          data={choices.map(({ label }, index) => ({ value: String(index), label }))}
          value={String(chosen)}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        />
        <CopyButton value={choice.text} label="Copy the code" />
      </div>
      <ScrollBox label="Code" className={classes.code}>
        <pre>{choice.text}</pre>
      </ScrollBox>
      <p className={classes.note}>
        Secrets stand in it as variables. Those that the server keeps (<code>$ref:…</code>) go back as they
        are.
      </p>
    </section>
  )
}
